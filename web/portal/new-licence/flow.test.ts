import { describe, expect, it } from 'vitest'
import type { Draft, ServiceSheet } from '#contract/licensing'
import { creditCodeCheck } from '#kernel/credit-code'
import * as sample from '../../kiosk/testing/sample.ts'
import { answeredNew, backNew, beginNew, draftOfNew, looked, type NewFlow, stepsOf, submissionOfNew } from './flow.ts'

const creditCode = `92440785MA0000000${creditCodeCheck('92440785MA0000000')}`
const base = sample.sheetOf('reissue')
const towns = [
  { code: '440785103', name: '沙湖镇' },
  { code: '440785104', name: '牛江镇' },
]
const sheet = (business: ServiceSheet['known']['business']): ServiceSheet => ({
  ...base,
  service: 'issue',
  licence: null,
  phoneMasked: null,
  known: { ...base.known, business, newShop: { towns, applicantName: '陆小燕' } },
})
const registered = sheet({ name: '小燕食杂店', operatorName: '陆小燕', address: '恩平市沙湖镇圩镇新街12号' })
const silent = sheet(null)
const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }
const say = (flow: NewFlow, key: string, value: string, from = registered) => {
  const next = answeredNew(flow, { question: `asked.${key}`, value })
  return next.at.name === 'look' ? looked(next, from) : next
}
const begun = () => say(looked(beginNew(), registered), 'creditCode', creditCode)

describe('a new licence on a telephone', () => {
  it('looks the code up first, shows what is registered, and asks for the rest only', () => {
    const start = looked(beginNew(), registered)
    expect(start.at).toEqual({ name: 'question', step: 'asked.creditCode', wrong: false })
    expect(answeredNew(start, { question: 'asked.creditCode', value: '123' }).at).toMatchObject({ wrong: true })
    const flow = begun()
    expect(flow.at).toMatchObject({ step: 'facts' })
    expect(stepsOf(flow)).not.toContain('asked.shopName')
  })

  it('walks to the end, shows the rules after the last answer and before the signature', () => {
    let flow = answeredNew(begun(), { question: 'facts' })
    expect(flow.at).toMatchObject({ step: 'asked.operatorIdNo' })
    for (const [key, value] of [
      ['operatorIdNo', '11010519491231002X'],
      ['placeSame', 'yes'],
      ['position', ''],
      ['placeOwner', '2501'],
      ['areaM2', '30'],
      ['independent', 'yes'],
      ['format', '食杂店'],
      ['scope', '卷烟零售'],
      ['funds', 'yes'],
    ] as const)
      flow = say(flow, key, value)
    expect(flow.at).toMatchObject({ step: 'checked' })
    expect(submissionOfNew(flow, '2026-11-26T00:00:00Z')).toBeUndefined()
    flow = answeredNew(flow, { question: 'checked' })
    flow = answeredNew(flow, { question: 'deliver', mode: 'door' })
    expect(answeredNew(flow, { question: 'phone', number: '12' }).at).toMatchObject({ step: 'phone', wrong: true })
    flow = answeredNew(flow, { question: 'phone', number: '13800138000' })
    flow = answeredNew(flow, { question: 'notice', version: base.notice.version })
    flow = answeredNew(flow, { question: 'signature', drawing })
    expect(flow.at).toEqual({ name: 'submit' })
    expect(submissionOfNew(flow, '2026-11-26T00:00:00Z')).toMatchObject({
      service: 'issue',
      licenceNo: null,
      phone: '13800138000',
      answers: { shopName: '小燕食杂店', operatorName: '陆小燕', town: '440785103', subjectKind: 'individual' },
    })
    expect(backNew(flow)?.at).toMatchObject({ step: 'signature' })
  })

  it('asks for name, address and town where the market regulator is silent', () => {
    const flow = say(looked(beginNew(), silent), 'creditCode', creditCode, silent)
    expect(flow.at).toMatchObject({ step: 'asked.shopName' })
    expect(stepsOf(flow)).toEqual(expect.arrayContaining(['asked.address', 'asked.town']))
    expect(stepsOf(flow)).not.toContain('facts')
  })

  it('keeps a draft and goes on with it at the first open page; the identity number is asked again', () => {
    const before = say(answeredNew(begun(), { question: 'facts' }), 'operatorIdNo', '11010519491231002X')
    const kept = draftOfNew(say(before, 'placeSame', 'yes'))
    expect(kept).toMatchObject({ service: 'issue', licenceNo: null })
    const { operatorIdNo: _, ...answers } = kept.answers
    const again = looked(beginNew({ ...kept, answers } as unknown as Draft), registered)
    expect(again.at).toMatchObject({ step: 'facts' })
    const numbered = answeredNew(again, { question: 'facts' })
    expect(numbered.at).toMatchObject({ step: 'asked.operatorIdNo' })
    expect(say(numbered, 'operatorIdNo', '11010519491231002X').at).toMatchObject({ step: 'asked.position' })
  })

  it('another place is checked again before anything is signed', () => {
    let flow = answeredNew(begun(), { question: 'facts' })
    flow = { ...flow, checked: true }
    expect(say(flow, 'placeSame', 'no').checked).toBe(false)
  })
})
