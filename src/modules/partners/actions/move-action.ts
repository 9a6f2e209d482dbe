import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { isKnown } from '../queries/action-figures.ts'
import { mayApprove } from '../rules/action/decide.ts'
import { type ActionEvent, actionMoves, type ResultKind } from '../rules/action/moves.ts'
import * as store from '../store/joint-actions.ts'
import { awaitContacts } from './await-contacts.ts'

export interface Planner {
  readonly staffId: string
  readonly by: string
  readonly areaCode: string
  readonly at: Moment
}

export async function lockedAction(tx: Tx, id: string, version: number): Promise<Result<store.ActionRecord>> {
  const action = await store.lockAction(tx, id)
  if (!action) return refuse('actionUnknown')
  return action.version === version ? ok(action) : refuse('actionChanged')
}

interface Moved {
  readonly id: string
  readonly version: number
  readonly event: Exclude<ActionEvent, 'evaluate'>
  readonly note: string
}

/** 批准、公布、开始、结束、取消: by a planner; the approval by another than the writer of the plan. */
export async function moveAction(tx: Tx, { id, version, event, note }: Moved, me: Planner): Promise<Result<null>> {
  const found = await lockedAction(tx, id, version)
  if (!found.ok) return found
  const action = found.value
  if (!action.planners.includes(me.staffId)) return refuse('actionNotPlanner')
  const to = nextState(actionMoves, action.state, event)
  if (!to.ok) return refuse('actionNotNow')
  const may = event === 'approve' ? mayApprove(action, me.by) : ok(true)
  if (!may.ok) return may
  await store.moveAction(tx, id, { event, to: to.value, by: me.by, at: me.at.instant.toString(), note: note.trim() })
  if (event === 'release') {
    const released = { aboutNo: id, state: to.value, areaCode: action.areaCode }
    await awaitContacts(tx, { ...released, contactIds: await store.contactsOfAction(tx, id) }, me.at)
  }
  return ok(null)
}

export async function movePhase(
  tx: Tx,
  asked: { readonly id: string; readonly n: number; readonly move: 'start' | 'end' },
  me: Planner,
): Promise<Result<null>> {
  const action = await store.lockAction(tx, asked.id)
  if (!action) return refuse('actionUnknown')
  const at = me.at.instant.toString()
  if (action.state !== 'live' || !(await store.movePhase(tx, asked.id, { ...asked, at }))) return refuse('phaseNotNow')
  await store.noteAction(tx, asked.id, { event: `${asked.move}Phase`, by: me.by, at, note: String(asked.n) })
  return ok(null)
}

/** 成果: a number another domain knows, or words about something found; while the action runs and until it is evaluated. */
export async function linkResult(
  tx: Tx,
  asked: { readonly id: string; readonly kind: ResultKind; readonly ref: string; readonly words: string },
  { by, at, agencyId }: { readonly by: string; readonly at: Moment; readonly agencyId: string | null },
): Promise<Result<null>> {
  const action = await store.lockAction(tx, asked.id)
  if (!action) return refuse('actionUnknown')
  if (action.state !== 'live' && action.state !== 'ended') return refuse('actionNotNow')
  const [ref, words] = [asked.kind === 'find' ? '' : asked.ref.trim(), asked.words.trim()]
  if (asked.kind === 'find' ? words === '' : !(await isKnown(tx, asked.kind, ref))) return refuse('resultUnknown')
  const taken = await store.insertResult(tx, asked.id, {
    ...{ kind: asked.kind, ref, words, agencyId, by },
    at: at.instant.toString(),
  })
  return taken ? ok(null) : refuse('resultTwice')
}

export async function evaluateAction(
  tx: Tx,
  asked: { readonly id: string; readonly version: number; readonly words: string },
  me: Planner,
): Promise<Result<null>> {
  const found = await lockedAction(tx, asked.id, asked.version)
  if (!found.ok) return found
  if (!nextState(actionMoves, found.value.state, 'evaluate').ok) return refuse('actionNotNow')
  if (!found.value.planners.includes(me.staffId)) return refuse('actionNotPlanner')
  await store.evaluateAction(tx, asked.id, { words: asked.words.trim(), by: me.by, at: me.at.instant.toString() })
  return ok(null)
}
