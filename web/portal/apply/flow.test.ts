import { describe, expect, it } from 'vitest'
import type { Draft, ServiceSheet } from '#contract/licensing'
import * as sample from '../../kiosk/testing/sample.ts'
import { answered, back, begin, chooseLicence, draftOf, placeOf, sheetLoaded } from './flow.ts'

const licence = sample.licence
const sheet = (more: Partial<ServiceSheet> = {}): ServiceSheet => ({
  ...sample.sheetOf('reissue'),
  findings: [],
  outcome: 'grant',
  ...more,
})
const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }
const atFacts = () => sheetLoaded(begin('reissue', [licence]), sheet(), false)

describe('an application on a telephone', () => {
  it('takes the only licence by itself and asks which of several', () => {
    expect(begin('reissue', [licence]).at).toEqual({ name: 'loadSheet', licenceNo: licence.licenceNo })
    expect(begin('reissue', [licence, { ...licence, licenceNo: '440785100002' }]).at).toEqual({ name: 'licence' })
  })

  it('says what cannot be done, and what needs a stronger proof, before the first question', () => {
    const flow = begin('reissue', [licence])
    const stop = { rule: 'R05', outcome: 'stop' } as never
    expect(sheetLoaded(flow, sheet({ outcome: 'stop', findings: [stop] }), true).at).toEqual({
      name: 'cannot',
      findings: [stop],
    })
    expect(sheetLoaded(flow, sheet(), true).at).toEqual({ name: 'stepUp' })
  })

  it('walks question by question to the signature, and back', () => {
    let flow = answered(atFacts(), { question: 'facts' })
    expect(flow.at).toMatchObject({ step: 'asked.cause' })
    flow = answered(flow, { question: 'asked.cause', value: 'lost' })
    flow = answered(flow, { question: 'asked.which', value: 'both' })
    expect(flow.at).toMatchObject({ step: 'deliver' })
    flow = answered(flow, { question: 'deliver', mode: 'electronic' })
    expect(placeOf(flow)).toEqual({ number: 5, of: 7 })
    expect(answered(flow, { question: 'phone', number: '12' }).at).toEqual({ name: 'phoneEntry', wrong: true })
    flow = answered(flow, { question: 'phone', same: true })
    flow = answered(flow, { question: 'notice', version: sheet().notice.version })
    expect(answered(flow, { question: 'signature', drawing: { ...drawing, strokes: [] } }).at).toMatchObject({
      wrong: true,
    })
    expect(answered(flow, { question: 'signature', drawing }).at).toEqual({ name: 'submit' })
    expect(back(flow)?.at).toMatchObject({ step: 'notice' })
    expect(back(atFacts())).toBeUndefined()
  })

  it('keeps a draft without consent and signature, and continues it at the first open question', () => {
    let flow = answered(atFacts(), { question: 'facts' })
    flow = answered(flow, { question: 'asked.cause', value: 'lost' })
    const kept = draftOf(flow)
    expect(kept).toEqual({
      service: 'reissue',
      licenceNo: licence.licenceNo,
      answers: { cause: 'lost' },
      deliver: null,
      phone: null,
    })
    const draft = { ...kept, code: 'ABCD2345' } as unknown as Draft
    const again = sheetLoaded(begin('reissue', [licence], draft), sheet(), false)
    expect(again.at).toMatchObject({ step: 'facts' })
    expect(answered(again, { question: 'facts' }).at).toMatchObject({ step: 'asked.which' })
  })

  it('begins anew with another licence', () => {
    const flow = answered(answered(atFacts(), { question: 'facts' }), { question: 'asked.cause', value: 'lost' })
    expect(chooseLicence(flow, '440785100002').answers.said).toEqual({})
  })
})
