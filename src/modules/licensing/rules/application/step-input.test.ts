import { expect, it } from 'vitest'
import { type RawStepInput, readStepInput } from './step-input.ts'

type Form = Parameters<typeof readStepInput>[0]
const items = [{ what: ' 营业执照 ', how: '出示原件' }]

it.each<[string, Form, RawStepInput]>([
  ['opinionMissing', 'opinion', {}],
  ['opinionMissing', 'transfer', { to: 'x' }],
  ['cosignersMissing', 'cosign', { opinion: '请看' }],
  ['opinionMissing', 'cosign', { ask: ['x'] }],
  ['cosignAnswerMissing', 'cosignAnswer', { opinion: '同意' }],
  ['hearingDayMissing', 'hearing', { opinion: '二楼' }],
  ['hearingDayMissing', 'hearing', { opinion: '二楼', heldAt: '2026-02-30T09:30' }],
  ['signedWishMissing', 'wish', { opinion: '收到' }],
  ['opinionMissing', 'wish', { signed: true }],
  ['opinionMissing', 'opinion', { opinion: ' \n ' }],
  ['opinionMissing', 'extension', { opinion: '' }],
  ['textTooLong', 'opinion', { opinion: '好'.repeat(1001) }],
  ['textControlCharacter', 'opinion', { opinion: '同意\u0000' }],
  ['correctionsMissing', 'corrections', {}],
  ['correctionsMissing', 'corrections', { items: [...items, { what: '', how: '补' }] }],
  ['textControlCharacter', 'corrections', { items: [{ what: '照\u202e片', how: '补' }] }],
  ['groundsMissing', 'reasons', { opinion: '不符合' }],
  ['groundsMissing', 'reasons', { opinion: '不符合', grounds: [0] }],
  ['groundsMissing', 'reasons', { opinion: '不符合', grounds: [1.5] }],
  ['opinionMissing', 'reasons', { grounds: [2] }],
  ['statementMissing', 'statement', {}],
  ['statementMissing', 'statement', { statement: { heard: true, text: ' ' } }],
])('%s is said of an incomplete form “%s”', (refusal, form, raw) => {
  expect(readStepInput(form, raw, 'renewal')).toMatchObject({ ok: false, refusal })
})

it('keeps only what the form asks for, trimmed, each ground once and in order', () => {
  const raw = { opinion: ' 同意 ', items, grounds: [9, 2, 9], statement: { heard: false, text: '' } }
  expect(readStepInput('none', raw, 'renewal')).toEqual({
    ok: true,
    value: {
      ...{ opinion: '', items: [], grounds: [], statement: null, siteCheck: null },
      ...{ to: null, ask: [], agrees: null, heldAt: null, party: null, partyAnswer: null },
    },
  })
  expect(readStepInput('corrections', raw, 'renewal')).toMatchObject({
    value: { opinion: '', items: [{ what: '营业执照', how: '出示原件' }] },
  })
  expect(readStepInput('reasons', raw, 'renewal')).toMatchObject({
    value: { opinion: '同意', grounds: [2, 9], items: [] },
  })
  expect(readStepInput('statement', raw, 'renewal')).toMatchObject({
    value: { statement: { heard: false, text: '' }, opinion: '' },
  })
})

it('a site check needs the name of the second verifier, and keeps what was measured and objected', () => {
  const raw = { opinion: ' 店面独立 ', siteCheck: { second: '吴江 ', schoolMetres: 128.5, objection: '' } }
  expect(readStepInput('siteCheck', raw, 'renewal')).toMatchObject({
    ok: true,
    value: { opinion: '店面独立', siteCheck: { second: '吴江', schoolMetres: 128.5, objection: '' } },
  })
  const alone = { ...raw, siteCheck: { ...raw.siteCheck, second: ' ' } }
  expect(readStepInput('siteCheck', alone, 'renewal')).toMatchObject({ refusal: 'secondVerifierMissing' })
  expect(readStepInput('siteCheck', { opinion: '看过' }, 'renewal')).toMatchObject({ refusal: 'secondVerifierMissing' })
})
