import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { PolicyEntry } from '#platform/policy'
import { readPublished } from '#platform/policy/published'
import type { PolicySubject } from '../ports.ts'
import { valueFault } from '../rules/value-fault.ts'
import { closeDraft, type DraftRow, lockDraft, saveDraft } from '../store.ts'
import { bothSets, entryOn, setFault } from './sets.ts'

export interface DraftRequest {
  readonly key: string
  readonly value: PolicyEntry['value']
  readonly why: string
  readonly basis: string
  readonly by: string
  readonly at: Moment
}

/**
 * 起草: one value, why, and on what ground. Refusals: `policyKeyUnknown`, `policyValueWrong` (another kind, out of shape,
 * unreadable for a domain, or against the law), `policyValueSame`, `policyWordsMissing`, `policyDraftOpen`.
 */
export async function draftValue(
  tx: Tx,
  { key, value, why, basis, by, at }: DraftRequest,
  subjects: readonly PolicySubject[],
): Promise<Result<null>> {
  const published = await readPublished(tx)
  const known = entryOn(published, key, at.today)
  if (!known) return refuse('policyKeyUnknown', { key })
  const fault = valueFault(known, value) ?? lawFault(published, { key, value }, at, subjects)
  if (fault !== undefined) return refuse('policyValueWrong', { why: fault })
  if (known.value === value) return refuse('policyValueSame')
  const words = [cleanText(why, { max: 500, lines: true }), cleanText(basis, { max: 500, lines: true })]
  const [reason, ground] = words
  if (!reason?.ok || !ground?.ok) return refuse('policyWordsMissing')
  const draft = { key, value, why: reason.value, basis: ground.value, by, at: at.instant.toString() }
  return (await saveDraft(tx, draft)) ? ok(null) : refuse('policyDraftOpen', { key })
}

function lawFault(
  published: Awaited<ReturnType<typeof readPublished>>,
  draft: Pick<DraftRequest, 'key' | 'value'>,
  { today }: Moment,
  subjects: readonly PolicySubject[],
): string | undefined {
  const sets = bothSets(published, draft, today)
  return sets && setFault(subjects, sets.after)
}

/** 撤回草案 by its author. */
export async function withdrawDraft(tx: Tx, id: number, by: string, at: Moment): Promise<Result<null>> {
  const draft = await openDraft(tx, id)
  if (!draft) return refuse('policyDraftEnded')
  if (draft.draftedBy !== by) return refuse('policyNotYourDraft')
  await closeDraft(tx, id, { state: 'withdrawn', publication: null, by, at: at.instant.toString() })
  return ok(null)
}

/** Locked, and only while it is open. */
export async function openDraft(tx: Tx, id: number): Promise<DraftRow | undefined> {
  const draft = await lockDraft(tx, id)
  return draft?.state === 'open' ? draft : undefined
}
