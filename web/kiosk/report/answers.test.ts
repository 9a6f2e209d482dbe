import { describe, expect, it } from 'vitest'
import { factsOf, matters, recognise } from '#contract/intelligence'
import { firstMatters, moreMatters, phoneIsWhole, plateIsWhole, reportText, townPage } from './answers.ts'

const towns = ['恩城街道', '横陂镇', '圣堂镇', '良西镇', '沙湖镇', '牛江镇'].map((name, n) => ({
  code: `44078510${n}`,
  name,
}))

describe('a report at the terminal', () => {
  it('says what was chosen, and the number is recognised in it', () => {
    const text = reportText({
      matter: 'counterfeit',
      ...{ place: 'shop', time: 'night' },
      number: { kind: 'plate', value: 'J12345' },
    })
    expect(text).toBe('终端举报。事项：假烟。在哪里：店里。什么时候：深夜。车牌：粤J12345。')
    const known = { today: Temporal.PlainDate.from('2026-11-26'), county: '440785', towns: [] }
    expect(factsOf(recognise(text, known))).toEqual([{ kind: 'plate', value: '粤J12345' }])
    const phone = reportText({ number: { kind: 'phone', value: '13800138000' } })
    expect(factsOf(recognise(phone, known))).toEqual([{ kind: 'phone', value: '13800138000' }])
  })

  it('never asks for more than five things on a page, and offers each town once, the own one first', () => {
    expect(firstMatters).toHaveLength(4)
    expect(moreMatters).toHaveLength(5)
    expect(new Set([...firstMatters, ...moreMatters, 'leaf'])).toEqual(new Set(Object.keys(matters)))
    const pages = [0, 1].map(page => townPage(towns, '沙湖镇', page))
    expect(pages.map(({ more }) => more)).toEqual([true, false])
    expect(pages.flatMap(({ shown }) => shown.map(({ name }) => name))).toEqual([
      '沙湖镇',
      ...towns.map(({ name }) => name).filter(name => name !== '沙湖镇'),
    ])
  })

  it.each([
    ['J12345', true],
    ['JD12345', true],
    ['J1234', false],
    ['112345', false],
  ])('a plate %s is whole: %s', (text, whole) => expect(plateIsWhole(text)).toBe(whole))

  it.each([
    ['13800138000', true],
    ['07507123456', true],
    ['1380013800', false],
  ])('a telephone %s is whole: %s', (text, whole) => expect(phoneIsWhole(text)).toBe(whole))
})
