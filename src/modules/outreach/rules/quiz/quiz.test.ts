import { describe, expect, it } from 'vitest'
import { unreachableStates } from '#kernel/state-table'
import { checkItem, checkRelease, type ItemWords, itemMoves } from './item.ts'
import { measureGain, measureItem } from './measure.ts'
import { checkTown } from './sheet.ts'

const item: ItemWords = {
  question: '卖烟给未成年人，会怎么样？',
  options: ['没有规定', '责令改正，可以罚款'],
  answer: 1,
  why: '未成年人保护法第一百二十三条。',
  audiences: ['retailer'],
}
const refusal = (result: { ok: boolean }) => ('refusal' in result ? result.refusal : 'ok')
const policy = { testedFrom: 20, easyFrom: 0.85, hardBelow: 0.5, doubtfulBelow: 0.1 }

describe('an item of the bank', () => {
  it('reaches every state', () => expect(unreachableStates(itemMoves, 'draft')).toEqual([]))

  it.each<[string, Partial<ItemWords>, string]>([
    ['is fine', {}, 'ok'],
    ['has two options alike', { options: ['一样', '一样 '] }, 'quizOptionsAlike'],
    ['has an answer that is no option', { answer: 2 }, 'quizAnswerMissing'],
    ['names a brand in an option', { options: ['玉溪', '别的'] }, 'adWords'],
    ['tells pupils of offers', { why: '打折也不行。', audiences: ['minor'] }, 'adWords'],
    ['tells shopkeepers of offers', { why: '打折也不行。' }, 'ok'],
  ])('%s', (_, change, name) => expect(refusal(checkItem({ ...item, ...change }))).toBe(name))

  it('is released by another person, who says why words of advertising may stand', () => {
    const who = { writer: 'staff:a', by: 'staff:b', reason: '' }
    expect(refusal(checkRelease(item, who))).toBe('ok')
    expect(refusal(checkRelease(item, { ...who, by: 'staff:a' }))).toBe('quizSamePerson')
    const offer = { ...item, question: '店里可以搞卷烟促销吗？' }
    expect(refusal(checkRelease(offer, who))).toBe('quizReasonMissing')
    expect(refusal(checkRelease(offer, { ...who, reason: '说明法律禁止什么' }))).toBe('ok')
    expect(refusal(checkRelease({ ...item, why: '比如利群。' }, { ...who, reason: '举例' }))).toBe('adWords')
  })
})

describe('what answers say', () => {
  it.each([
    [0, 0, 'untested', null],
    [19, 19, 'untested', 1],
    [20, 18, 'easy', 0.9],
    [20, 12, 'medium', 0.6],
    [20, 9, 'hard', 0.45],
  ])('%i asked, %i right: %s', (asked, right, difficulty, share) => {
    expect(measureItem({ asked, right, correlation: 0.3 }, policy)).toMatchObject({
      difficulty,
      share,
      doubtful: false,
    })
  })

  it('an item that the knowing miss as often as the others is doubtful', () => {
    expect(measureItem({ asked: 40, right: 20, correlation: 0.02 }, policy)).toMatchObject({ doubtful: true })
    expect(measureItem({ asked: 10, right: 5, correlation: 0.02 }, policy)).toMatchObject({ doubtful: false })
  })

  it('a gain is of pairs, with its interval', () => {
    expect(measureGain([])).toMatchObject({ pairs: 0, low: null })
    const gain = measureGain([
      { before: 0.4, after: 0.8 },
      { before: 0.6, after: 0.8 },
      { before: 0.5, after: 0.8 },
    ])
    expect(gain.before).toBeCloseTo(0.5)
    expect(gain.after).toBeCloseTo(0.8)
    // s = 0.1: 0.3 ± 1.96 × 0.1 / √3
    expect(gain.low).toBeCloseTo(0.1868, 3)
    expect(gain.high).toBeCloseTo(0.4132, 3)
  })
})

describe('the towns of a quiz', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['the whole county', [], ['a'], 'ok'],
    ['a reader nobody knows', ['a'], [], 'ok'],
    ['a reader with a shop in one of them', ['a', 'b'], ['c', 'b'], 'ok'],
    ['a reader known to be elsewhere', ['a', 'b'], ['c'], 'quizOtherTown'],
  ])('%s', (_, towns, reader, name) => expect(refusal(checkTown(towns, reader))).toBe(name))
})
