import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { listChoices, listColleagues } from '../queries/people.ts'
import { stepTask } from '../rules/task/decide.ts'
import { type GiverEvent, type ReceiverEvent, receiverEvents, type TaskSource } from '../rules/task/moves.ts'
import { toldAtOf } from '../rules/told-at.ts'
import { takeId } from '../store/serials.ts'
import { insertTask, lockTask, moveTask } from '../store/tasks.ts'
import { awaitContacts } from './await-contacts.ts'

export interface TaskAsked {
  readonly agencyId: string | null
  readonly contactId: string | null
  readonly staffId: string | null
  readonly areaCode: string | null
  readonly aboutRef: string
  readonly words: string
  readonly dueOn: string
}

interface Given {
  readonly source: TaskSource
  readonly sourceRef: string | null
  readonly by: string
  readonly areaCode: string
  readonly at: Moment
}

/** 交办: to an agency and, where named, to one of its people, or to a colleague; with a last day. */
export async function giveTask(tx: Tx, asked: TaskAsked, given: Given): Promise<Result<{ id: string }>> {
  const { agencyId, contactId, staffId } = asked
  if ((agencyId === null) === (staffId === null)) return refuse('partnerTaskOwner')
  if (asked.dueOn < given.at.today.toString()) return refuse('partnerTaskDue')
  const agency = (await listChoices(tx)).find(({ id }) => id === agencyId)
  if (agencyId !== null && (!agency || (contactId !== null && !agency.contacts.some(({ id }) => id === contactId))))
    return refuse('partnerTaskOwner')
  if (staffId !== null && !(await listColleagues(tx)).some(({ id }) => id === staffId))
    return refuse('partnerTaskOwner')
  const id = await takeId(tx, 'task', given.at.today.year)
  // A station of one town is measured in its town.
  const areaCode = asked.areaCode ?? (agency?.areas.length === 1 ? agency.areas[0] : undefined) ?? given.areaCode
  await insertTask(tx, {
    ...{ id, source: given.source, sourceRef: given.sourceRef, agencyId, contactId, staffId },
    areaCode,
    aboutRef: asked.aboutRef.trim(),
    words: asked.words.trim(),
    dueOn: asked.dueOn,
    by: given.by,
    at: given.at.instant.toString(),
  })
  await awaitContacts(tx, { aboutNo: id, state: 'given', contactIds: [contactId], areaCode }, given.at)
  return ok({ id })
}

/** Who takes the step: the receiver (an agency, or a colleague for the bureau's own), or the bureau as giver. */
export type Side = { readonly agencyId: string } | { readonly staffId: string }

const isReceiver = (event: GiverEvent | ReceiverEvent): event is ReceiverEvent =>
  receiverEvents.some(known => known === event)

export async function takeTaskStep(
  tx: Tx,
  asked: {
    readonly id: string
    readonly event: GiverEvent | ReceiverEvent
    readonly words: string
    readonly toldAt: string
  },
  { side, by, at }: { readonly side: Side; readonly by: string; readonly at: Moment },
): Promise<Result<{ state: string }>> {
  const task = await lockTask(tx, asked.id)
  if (!task || !isOf(task, side, isReceiver(asked.event))) return refuse('partnerTaskUnknown')
  const to = stepTask(task.state, asked.event, asked.words)
  if (!to.ok) return to
  const toldAt = toldAtOf(asked.toldAt, { now: at.instant, since: task.givenAt })
  if (!toldAt.ok) return toldAt
  await moveTask(tx, task.id, {
    ...{ event: asked.event, to: to.value, by, at: at.instant.toString(), toldAt: toldAt.value },
    words: asked.words.trim(),
  })
  if (asked.event === 'giveAgain' || asked.event === 'sendBack') {
    const { contactId, areaCode } = task
    await awaitContacts(tx, { aboutNo: task.id, state: to.value, contactIds: [contactId], areaCode }, at)
  }
  return ok({ state: to.value })
}

/** An agency receives its own; the bureau gives, and receives what is its own. */
const isOf = (task: { readonly agencyId: string | null }, side: Side, receiving: boolean): boolean =>
  'agencyId' in side ? receiving && task.agencyId === side.agencyId : !receiving || task.agencyId === null
