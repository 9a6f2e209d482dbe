import { describe, expect, it } from 'vitest'
import type { Draft, KnownBusiness, ServiceSheet } from '#contract/licensing'
import { creditCodeCheck } from '#kernel/credit-code'
import * as sample from '../../kiosk/testing/sample.ts'
import {
  answeredNew,
  backNew,
  beginNew,
  draftOfNew,
  looked,
  type NewAnswer,
  type NewFlow,
  placeOf,
  submissionOfNew,
} from './flow.ts'
import { questionsOf, stepsOf } from './steps.ts'

const codeOf = (first: string) => first + creditCodeCheck(first)
const creditCode = codeOf('92440785MA0000000')
const otherCode = codeOf('92440785MA0000001')
const business = { name: '小燕食杂店', operatorName: '陆小燕', address: '恩平市沙湖镇圩镇新街12号' }
const own: KnownBusiness = { creditCode, ...business }
const base = sample.sheetOf('reissue')
const towns = [
  { code: '440785103', name: '沙湖镇' },
  { code: '440785104', name: '牛江镇' },
]
interface Given {
  readonly now?: typeof business | null
  readonly businesses?: readonly KnownBusiness[]
  readonly look?: 'found' | 'unavailable' | 'notAsked'
  readonly phone?: string | null
}
/** A session of the unified identity: the number is known, and the telephone. */
const sheet = ({
  now = null,
  businesses = [],
  look = 'notAsked',
  phone = '*******8444',
}: Given = {}): ServiceSheet => ({
  ...base,
  service: 'issue',
  licence: null,
  phoneMasked: phone,
  known: {
    ...{ ...base.known, business: now },
    newShop: { towns, applicantName: '陆小燕', numberKnown: true, businesses, businessesLook: look },
  },
})
const registered = sheet({ now: business })
const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }
const begin = (given: Given) => looked(beginNew(), sheet(given))
const offered = () => begin({ businesses: [own], look: 'found' })
const give = (flow: NewFlow, ...all: readonly NewAnswer[]) => all.reduce(answeredNew, flow)
const say = (key: string, value: string): NewAnswer => ({ question: `asked.${key}`, value })
const choose: NewAnswer = { question: 'business', creditCode }
const asked = () => give(offered(), choose, say('placeOwner', '2501'), say('areaM2', '30'))
const stepOf = ({ at }: NewFlow) => (at.name === 'question' ? at.step : at.name)

describe('a new licence on a telephone', () => {
  it('offers the person’s own businesses; choosing one confirms what is registered, and only what nobody knows is asked', () => {
    const start = offered()
    expect(stepOf(start)).toBe('business')
    const flow = give(start, choose)
    expect(stepsOf(flow)).toEqual([
      ...['business', 'asked.placeOwner', 'asked.areaM2', 'confirm', 'checked', 'signature'],
    ])
    expect(stepOf(flow)).toBe('asked.placeOwner')
  })

  it('walks to the end: the rest confirmed on one page, then looked up, read, signed', () => {
    let flow = asked()
    expect(stepOf(flow)).toBe('confirm')
    // Nothing likely is an answer before the page is confirmed.
    expect(flow.answers.said).not.toHaveProperty('funds')
    flow = give(flow, say('position', '112.44,22.34,12'))
    expect(stepOf(flow)).toBe('confirm')
    flow = give(flow, { question: 'confirm' })
    expect(flow.at).toEqual({ name: 'look' })
    expect(placeOf(flow)).toMatchObject({
      creditCode,
      placeSame: 'yes',
      position: '112.44,22.34,12',
      town: '440785103',
    })
    flow = looked(flow, registered)
    expect(stepOf(flow)).toBe('checked')
    expect(submissionOfNew(flow, '2026-11-26T00:00:00Z')).toBeUndefined()
    flow = give(flow, { question: 'checked' }, { question: 'signature', drawing, version: base.notice.version })
    expect(flow.at).toEqual({ name: 'submit' })
    expect(submissionOfNew(flow, '2026-11-26T00:00:00Z')).toMatchObject({
      ...{ service: 'issue', licenceNo: null, phone: null, deliver: { mode: 'door' } },
      answers: {
        ...{ creditCode, shopName: '小燕食杂店', operatorName: '陆小燕', town: '440785103', subjectKind: 'individual' },
        ...{ placeSame: 'yes', independent: 'yes', format: '食杂店', scope: '卷烟零售', funds: 'yes', areaM2: '30' },
      },
    })
    expect(stepOf(backNew(flow) ?? flow)).toBe('signature')
  })

  it('changes a line of the page and comes back to it; a change that opens a question asks it first', () => {
    const elsewhere = give(asked(), { question: 'change', step: 'asked.placeSame' }, say('placeSame', 'no'))
    expect(stepOf(elsewhere)).toBe('asked.address')
    const there = give(elsewhere, say('address', '恩平市牛江镇新街3号'))
    expect(stepOf(there)).toBe('confirm')
    const changed = give(there, { question: 'change', step: 'deliver' }, { question: 'deliver', mode: 'pickup' })
    expect([stepOf(changed), changed.answers.deliver]).toEqual(['confirm', 'pickup'])
    const back = backNew(give(changed, { question: 'change', step: 'phone' }))
    expect(back && stepOf(back)).toBe('confirm')
    const line = questionsOf(changed).map(({ question, value, likely }) => [question.key, value, likely])
    expect(line).toContainEqual(['placeSame', 'no', true])
  })

  it('asks where the shop is when that is changed after all was confirmed', () => {
    const seen = looked(give(asked(), { question: 'confirm' }), registered)
    const back = give({ ...seen, at: { name: 'question', step: 'confirm', wrong: false } })
    expect(stepOf(give(back, { question: 'change', step: 'asked.placeSame' }, say('placeSame', 'no')))).toBe(
      'asked.address',
    )
  })

  it('a change after the look is confirmed and looked up again', () => {
    const seen = give(looked(give(asked(), { question: 'confirm' }), registered), { question: 'checked' })
    const changed = give(seen, { question: 'change', step: 'asked.format' }, say('format', '超市'))
    expect([stepOf(changed), changed.checked]).toEqual(['confirm', false])
  })

  it.each([
    ['the library has none of theirs', { look: 'found' }],
    ['the library does not answer', { look: 'unavailable' }],
    ['the session knows no number', {}],
  ] as const)('asks for the code where %s, and shows what it says', (_, given) => {
    const start = begin(given)
    expect(stepOf(start)).toBe('asked.creditCode')
    expect(give(start, say('creditCode', '123')).at).toMatchObject({ wrong: true })
    const asking = give(start, say('creditCode', creditCode))
    expect([asking.at, placeOf(asking)]).toMatchObject([{ name: 'look' }, { creditCode }])
    expect(stepOf(looked(asking, registered))).toBe('facts')
  })

  it('lets who has another business type its code, and says nothing of one that was said of the other', () => {
    const typing = give(asked(), { question: 'change', step: 'business' }, { question: 'typeCode' })
    expect(stepOf(typing)).toBe('asked.creditCode')
    const other = looked(give(typing, say('creditCode', otherCode)), sheet({ now: { ...business, name: '志伟商行' } }))
    expect(stepOf(other)).toBe('facts')
    expect(other.answers.said).toEqual({ creditCode: otherCode })
    // What kind of shop it is does not follow from this name.
    expect(stepsOf(other)).toEqual(expect.arrayContaining(['business', 'asked.creditCode', 'asked.format']))
  })

  it('asks for name, address and town where the market regulator is silent about a typed code', () => {
    const flow = looked(give(begin({}), say('creditCode', creditCode)), sheet())
    expect(stepOf(flow)).toBe('asked.shopName')
    expect(stepsOf(flow)).toEqual(expect.arrayContaining(['asked.address', 'asked.town']))
  })

  it('what the library showed stands where the register is silent afterwards', () => {
    const flow = looked(give(asked(), { question: 'confirm' }), sheet())
    expect(stepOf(flow)).toBe('checked')
  })

  it('asks for a telephone where the unified identity gave none', () => {
    const flow = give(looked(beginNew(), sheet({ businesses: [own], look: 'found', phone: null })), choose)
    const there = give(flow, say('placeOwner', '2501'), say('areaM2', '30'))
    expect(stepOf(there)).toBe('phone')
    expect(give(there, { question: 'phone', number: '12' }).at).toMatchObject({ step: 'phone', wrong: true })
    expect(stepOf(give(there, { question: 'phone', number: '13800138000' }))).toBe('confirm')
  })

  it('keeps a draft and goes on with it at the first open page', () => {
    const kept = draftOfNew(give(offered(), choose, say('placeOwner', '2501')))
    expect(kept).toMatchObject({ service: 'issue', licenceNo: null, answers: { creditCode, placeOwner: '2501' } })
    const again = looked(beginNew(kept as unknown as Draft), registered)
    expect(stepOf(again)).toBe('facts')
    expect(stepOf(give(again, { question: 'facts' }))).toBe('asked.areaM2')
  })
})
