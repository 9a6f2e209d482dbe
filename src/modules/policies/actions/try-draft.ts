import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { readPublished } from '#platform/policy/published'
import type { PolicySubject, Trial } from '../ports.ts'
import { endTrial, lastTrial, lockDraft, lockTrial, saveProgress, saveTrial } from '../store.ts'
import { openDraft } from './draft-value.ts'
import { bothSets, entryOn } from './sets.ts'

const trialOf = (subjects: readonly PolicySubject[]): Trial => {
  const [trial] = subjects.flatMap(subject => subject.trial ?? [])
  if (!trial) throw new Error('no domain of this house can try a policy on its past')
  return trial
}

/** 试算开始: counts what there is to look at; the pages follow in the background. */
export async function startTrial(
  tx: Tx,
  asked: { readonly draftId: number; readonly last: number; readonly by: string; readonly at: Moment },
  subjects: readonly PolicySubject[],
): Promise<Result<number>> {
  const draft = await openDraft(tx, asked.draftId)
  if (!draft) return refuse('policyDraftEnded')
  if ((await lastTrial(tx, draft.id))?.state === 'running') return refuse('policyTrialRunning')
  const published = await readPublished(tx)
  const sets = bothSets(published, draft, asked.at.today)
  const known = entryOn(published, draft.key, asked.at.today)
  if (!sets || !known) return refuse('policyKeyUnknown', { key: draft.key })
  const trial = trialOf(subjects)
  const { total, first } = await trial.span(tx, asked.last)
  const id = await saveTrial(tx, {
    draftId: draft.id,
    askedBy: asked.by,
    askedAt: asked.at.instant.toString(),
    beforeValue: known.value,
    lastCount: asked.last,
    total,
    first,
    inRules: trial.differs(sets.before, sets.after),
  })
  return ok(id)
}

/**
 * One page of a trial: its lines and where the next begins commit together, so a killed server goes on where it stood and
 * counts nothing twice. Returns whether there is more to do.
 */
export async function tryPage(tx: Tx, id: number, at: Moment, subjects: readonly PolicySubject[]): Promise<boolean> {
  const trial = await lockTrial(tx, id)
  if (trial?.state !== 'running') return false
  const draft = await lockDraft(tx, trial.draftId)
  const sets = draft && bothSets(await readPublished(tx), draft, at.today)
  if (!sets) return false
  const page = await trialOf(subjects).page(tx, { ...sets, from: trial.nextRun })
  await saveProgress(tx, trial, page)
  if (page.next !== null && trial.done + page.looked < trial.total) return true
  await endTrial(tx, id, { state: 'done', at: at.instant.toString() })
  return false
}

/** 停止试算: what was found so far stays to be read; it counts for no publication. */
export async function cancelTrial(tx: Tx, id: number, at: Moment): Promise<Result<null>> {
  const trial = await lockTrial(tx, id)
  if (!trial) return refuse('policyTrialUnknown')
  if (trial.state !== 'running') return refuse('policyTrialEnded')
  await endTrial(tx, id, { state: 'cancelled', at: at.instant.toString() })
  return ok(null)
}
