import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type DossierReview, type GrantReview, reviewDossier, reviewGrant } from '../rules/spot-check/review.ts'
import { hasHandled, lockSpotCheck, type SpotCheckRow, saveOutcome, saveReview } from '../store/spot-checks.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

async function openFor(tx: Tx, id: number, kind: SpotCheckRow['kind'], by: string): Promise<Result<SpotCheckRow>> {
  const row = await lockSpotCheck(tx, id)
  if (row?.kind !== kind) return refuse('spotCheckUnknown')
  if (row.state !== 'open') return refuse('spotCheckDone')
  return (await hasHandled(tx, row.applicationNo, by)) ? refuse('reviewerHandledIt') : ok(row)
}

const words = (text: string): string => {
  const clean = cleanText(text, { max: 1000, lines: true })
  return clean.ok ? clean.value : ''
}

/** 复核自动准予: who differs opens the question of 撤销 (XK 69) for another person; nothing happens by itself. */
export async function reviewAutomaticGrant(tx: Tx, id: number, asked: GrantReview & By): Promise<Result<null>> {
  const open = await openFor(tx, id, 'grant', asked.by)
  if (!open.ok) return open
  const review = reviewGrant({ ...asked, reason: words(asked.reason) })
  if (!review.ok) return review
  const { result, reason, rule } = review.value
  const state = result === 'differ' ? 'deciding' : 'done'
  const line = { state, result, reason, rule, checklist: {}, correctBy: null, by: asked.by } as const
  await saveReview(tx, id, { ...line, at: asked.at.instant.toString() })
  return ok(null)
}

/** 评查卷宗 */
export async function reviewClosedFile(tx: Tx, id: number, asked: DossierReview & By): Promise<Result<null>> {
  const open = await openFor(tx, id, 'dossier', asked.by)
  if (!open.ok) return open
  const review = reviewDossier({ ...asked, reason: words(asked.reason) }, asked.at.today)
  if (!review.ok) return review
  const { result, reason, checklist, correctBy } = review.value
  const state = result === 'qualified' ? 'done' : 'correcting'
  const line = { state, result, reason, rule: null, checklist, correctBy, by: asked.by } as const
  await saveReview(tx, id, { ...line, at: asked.at.instant.toString() })
  return ok(null)
}

/**
 * 了结: a corrective order is carried out; or a person other than the reviewer says whether 撤销 is taken up. Taking it up
 * revokes nothing: statement and hearing come before any such decision (XK 7, 47, 69).
 */
export async function settleSpotCheck(
  tx: Tx,
  id: number,
  asked: { readonly outcome: 'corrected' | 'keep' | 'proceed'; readonly words: string } & By,
): Promise<Result<null>> {
  const row = await lockSpotCheck(tx, id)
  if (!row) return refuse('spotCheckUnknown')
  const expected = asked.outcome === 'corrected' ? 'correcting' : 'deciding'
  if (row.state !== expected) return refuse('spotCheckDone')
  if (expected === 'deciding' && row.reviewer === asked.by) return refuse('reviewerDecides')
  const said = words(asked.words)
  if (said === '') return refuse('opinionMissing')
  await saveOutcome(tx, id, { outcome: asked.outcome, words: said, by: asked.by, at: asked.at.instant.toString() })
  return ok(null)
}
