import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type DossierReview, type GrantReview, reviewDossier, reviewGrant } from '../rules/spot-check/review.ts'
import { hasHandled, lockSpotCheck, type SpotCheckRow, saveOutcome, saveReview } from '../store/spot-checks.ts'
import { lockApplication } from '../store.ts'

import { openProceeding } from './proceeding/open.ts'
import type { Setting } from './setting.ts'
import type { Officer } from './take-step.ts'

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
 * opens the proceeding and revokes nothing: statement and hearing come before any such decision (XK 7, 47, 69).
 */
export async function settleSpotCheck(
  tx: Tx,
  id: number,
  asked: {
    readonly outcome: 'corrected' | 'keep' | 'proceed'
    readonly words: string
    readonly by: Officer
    readonly at: Moment
  },
  setting: Setting,
): Promise<Result<null>> {
  const by = actorLabel(asked.by)
  const row = await lockSpotCheck(tx, id)
  if (!row) return refuse('spotCheckUnknown')
  const expected = asked.outcome === 'corrected' ? 'correcting' : 'deciding'
  if (row.state !== expected) return refuse('spotCheckDone')
  if (expected === 'deciding' && row.reviewer === by) return refuse('reviewerDecides')
  const said = words(asked.words)
  if (said === '') return refuse('opinionMissing')
  if (asked.outcome === 'proceed') {
    const opened = await beginRescission(tx, row, { ...asked, words: said }, setting)
    if (!opened.ok) return opened
  }
  await saveOutcome(tx, id, { outcome: asked.outcome, words: said, by, at: asked.at.instant.toString() })
  return ok(null)
}

/** 撤销 (XK 69) is begun by whoever says so here; its reason names the file that was looked at again. */
async function beginRescission(
  tx: Tx,
  row: SpotCheckRow,
  asked: { readonly words: string; readonly by: Officer; readonly at: Moment },
  setting: Setting,
): Promise<Result<unknown>> {
  const file = await lockApplication(tx, row.applicationNo)
  if (!file?.licenceNo) return refuse('licenceNotFound')
  const reason = `复核办件 ${row.applicationNo}：${row.reason}；${asked.words}`.slice(0, 1000)
  return openProceeding(tx, { licenceNo: file.licenceNo, kind: 'rescind', reason, by: asked.by, at: asked.at }, setting)
}
