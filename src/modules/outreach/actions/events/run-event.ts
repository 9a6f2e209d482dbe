import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { letterCode } from '#kernel/spoken-code'
import { randomBytes } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { EventInput } from '../../contract/events.ts'
import { findEventByCode, listSchools } from '../../queries/events.ts'
import { checkEventWords, decideEventStep, type EventStep, mayJoin } from '../../rules/events/event.ts'
import { insertEvent, lockEvent, saveEvent, saveGuest, takeEventId } from '../../store/events.ts'
import { markOf } from '../own-mark.ts'
import type { Writer } from '../writer.ts'

/** 签到码 of the poster. */
const newCode = (): string => letterCode(randomBytes(16).toString('hex'), 8)

/** 安排活动. Refusals: `eventSchoolUnknown`, `adWords`, `eventDayPast`. */
export async function planEvent(tx: Tx, asked: EventInput, { by, at }: Writer): Promise<Result<{ id: string }>> {
  const placed = await placeOf(tx, asked, at.today.toString())
  if (!placed.ok) return placed
  const event = placed.value
  const words = checkEventWords(event.kind, [event.title, event.place, ...event.materials])
  if (!words.ok) return words
  if (event.plannedOn < at.today.toString()) return refuse('eventDayPast')
  const id = await takeEventId(tx, at.today.year)
  await insertEvent(tx, { ...event, id, code: newCode() }, by)
  return ok({ id })
}

/** 进校园 goes where the register says the school is; elsewhere the planner's pin counts. */
async function placeOf(tx: Tx, event: EventInput, today: string): Promise<Result<EventInput>> {
  if (event.kind !== 'school') return ok({ ...event, schoolId: null })
  const school = (await listSchools(tx, today)).find(({ id }) => id === event.schoolId)
  if (!school) return refuse('eventSchoolUnknown')
  const { town, position } = school
  return ok({ ...event, town, position, place: `${school.name}${school.gate}` })
}

/** 改期、办完、取消. Refusals: `eventUnknown` and those of `decideEventStep`. */
export async function stepEvent(
  tx: Tx,
  { id, ...step }: EventStep & { readonly id: string },
  { at }: Writer,
): Promise<Result<{ version: number }>> {
  const event = await lockEvent(tx, id)
  if (!event) return refuse('eventUnknown')
  const change = decideEventStep(event, step, at.today.toString())
  if (!change.ok) return change
  await saveEvent(tx, id, change.value)
  return ok({ version: event.version + 1 })
}

/** 签到、评价. Refusals: `eventUnknown`, `eventNotToday`. */
export async function joinEvent(
  tx: Tx,
  guest: { readonly code: string; readonly mark: string; readonly stars?: number; readonly words?: string },
  at: Moment,
): Promise<Result<{ joined: boolean }>> {
  const event = await findEventByCode(tx, guest.code)
  if (!event) return refuse('eventUnknown')
  const open = mayJoin(event, at.today)
  if (!open.ok) return open
  const mark = markOf(event.id, guest.mark)
  await saveGuest(tx, { eventId: event.id, mark, stars: guest.stars ?? null, words: guest.words?.trim() || null })
  return ok({ joined: true })
}
