import { expect, it } from 'vitest'
import { checklistItems, type DossierReview, type Mark, reviewDossier, reviewGrant } from './review.ts'

const today = Temporal.PlainDate.from('2026-12-01')
const all = (mark: Mark, change: Record<string, Mark> = {}) => ({
  ...Object.fromEntries(Object.keys(checklistItems).map(item => [item, mark])),
  ...change,
})
const review = (change: Partial<DossierReview>): DossierReview => ({
  ...{ checklist: all('yes'), result: 'qualified', reason: '', correctBy: null },
  ...change,
})
const failed = {
  checklist: all('yes', { service: 'no' }),
  result: 'flawed',
  reason: '缺送达回证',
  correctBy: '2026-12-10',
} as const

it.each([
  [review({}), undefined],
  [review({ checklist: { identity: 'yes' } }), 'checklistIncomplete'],
  [review({ checklist: all('none') }), undefined],
  [review({ checklist: failed.checklist }), 'checklistAgainstResult'],
  [review({ ...failed }), undefined],
  [review({ ...failed, checklist: all('yes') }), 'checklistAgainstResult'],
  [review({ ...failed, reason: '' }), 'opinionMissing'],
  [review({ ...failed, correctBy: null }), 'correctionDayMissing'],
  [review({ ...failed, correctBy: '2026-11-30' }), 'correctionDayMissing'],
])('a dossier review %#: %s', (given, refusal) => {
  const result = reviewDossier(given, today)
  expect(result.ok ? undefined : result.refusal).toBe(refusal)
})

it('who differs from a grant says why; who agrees need not', () => {
  expect(reviewGrant({ result: 'agree', reason: '', rule: null }).ok).toBe(true)
  expect(reviewGrant({ result: 'differ', reason: '', rule: null })).toMatchObject({ refusal: 'opinionMissing' })
  expect(reviewGrant({ result: 'differ', reason: '门头不符', rule: 'R04' }).ok).toBe(true)
})
