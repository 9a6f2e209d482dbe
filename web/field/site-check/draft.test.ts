import { describe, expect, it } from 'vitest'
import { siteCheckItemCodes } from '#contract/licensing'
import { emptyDraft, missingOf, recordOf, type SiteDraft } from './draft.ts'

const strokes = [Array.from({ length: 9 }, (_, n) => [n * 9, n % 2] as const)]
const photo = { digest: 'a', capturedAt: '2026-11-26T01:00:00Z', place: null }
const whole: SiteDraft = {
  ...emptyDraft('2026-11-26T01:00:00Z'),
  photos: [photo, { ...photo, digest: 'b' }],
  items: Object.fromEntries(siteCheckItemCodes.map(code => [code, { answer: 'yes', note: '' }])),
  walks: { 'S1/正门': { metres: '120.5', method: 'wheel', note: '' } },
  findings: '店面独立',
  second: 'b',
  noInterest: true,
  first: strokes,
  secondSign: strokes,
  applicantName: '梁模拟',
  applicantStrokes: strokes,
}

describe('a half-filled record', () => {
  it('lacks everything at first and nothing when all is there', () => {
    expect(missingOf(emptyDraft('x'), 2)).toEqual([
      ...['photos', 'items', 'findings', 'second', 'interest', 'signs', 'applicant'],
    ])
    expect(missingOf(whole, 2)).toEqual([])
  })

  it.each<[string, Partial<SiteDraft>]>([
    ['items', { items: { ...whole.items, safe: { answer: 'unclear', note: ' ' } } }],
    ['metres', { shops: { '440785100001': { metres: '一百', method: 'tape', note: '' } } }],
    ['objection', { objections: [{ who: 'applicant', name: '', text: '' }] }],
    ['applicant', { applicant: 'refused' }],
    ['applicant', { applicantName: '' }],
    ['signs', { secondSign: [] }],
  ])('says that %s is open', (what, change) => {
    expect(missingOf({ ...whole, ...change }, 2)).toEqual([what])
  })

  it('becomes the record that two people sign: every item, the gate of the walk, the reason in place of a signature', () => {
    const record = recordOf({ ...whole, applicant: 'absent', applicantWhy: ' 在外地 ' }, '2026-11-26T02:00:00Z')
    expect(record.items.map(({ code }) => code)).toEqual(siteCheckItemCodes)
    expect(record.walks).toEqual([{ schoolId: 'S1', gate: '正门', metres: 120.5, method: 'wheel', note: '' }])
    expect(record.signatures.applicant).toEqual({ kind: 'absent', why: '在外地' })
    expect(record.areaM2).toBeNull()
  })
})
