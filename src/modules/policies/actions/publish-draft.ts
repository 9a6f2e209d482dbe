import type { Moment } from '#kernel/dates'
import { parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { readPublished, savePublication } from '#platform/policy/published'
import type { PolicySubject } from '../ports.ts'
import { closeDraft, lastTrial } from '../store.ts'
import { openDraft } from './draft-value.ts'
import { bothSets, entryOn, setFault } from './sets.ts'

/**
 * 发布: by another person than the author, after a finished trial against the value that holds, from today or a later day
 * on. What was decided before stays pinned to its own version; going back is one more publication.
 */
export async function publishDraft(
  tx: Tx,
  asked: { readonly id: number; readonly effective: string; readonly by: string; readonly at: Moment },
  subjects: readonly PolicySubject[],
): Promise<Result<number>> {
  const { by, at } = asked
  const draft = await openDraft(tx, asked.id)
  if (!draft) return refuse('policyDraftEnded')
  if (draft.draftedBy === by) return refuse('policyOwnDraft')
  const effective = parseDate(asked.effective)
  if (!effective.ok) return effective
  if (Temporal.PlainDate.compare(effective.value, at.today) < 0)
    return refuse('policyDayPast', { effective: asked.effective, today: at.today.toString() })
  const published = await readPublished(tx)
  const known = entryOn(published, draft.key, at.today)
  if (!known) return refuse('policyKeyUnknown', { key: draft.key })
  const trial = await lastTrial(tx, draft.id)
  if (trial?.state !== 'done' || trial.beforeValue !== known.value) return refuse('policyTrialMissing')
  // Once more on the day it begins: another value may have changed since the draft.
  const sets = bothSets(published, draft, effective.value)
  const fault = sets && setFault(subjects, sets.after)
  if (fault !== undefined) return refuse('policyValueWrong', { why: fault })
  const publication = await savePublication(tx, {
    key: draft.key,
    value: draft.value,
    unit: known.unit,
    basis: draft.basis,
    note: known.note,
    effective: effective.value.toString(),
    draftedBy: draft.draftedBy,
    publishedBy: by,
    publishedAt: at.instant.toString(),
  })
  await closeDraft(tx, draft.id, { state: 'published', publication, by, at: at.instant.toString() })
  return ok(publication)
}
