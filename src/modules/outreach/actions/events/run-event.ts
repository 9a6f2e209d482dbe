import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { randomBytes, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { EventInput } from '../../contract/events.ts'
import { findEventByCode } from '../../queries/events.ts'
import { checkEventWords, eventMoves } from '../../rules/events/event.ts'
import { type EventRecord, insertEvent, lockEvent, saveEvent, saveGuest, takeEventId } from '../../store/events.ts'

interface Who {
  readonly by: string
  readonly at: Moment
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** 32 letters without look-alikes, five bits each. */
const newCode = (): string => Array.from(randomBytes(8), byte => letters.charAt(byte % letters.length)).join('')

/** 安排活动. Refusals: `adWords`, `eventDayPast`. */
export async function planEvent(tx: Tx, event: EventInput, { by, at }: Who): Promise<Result<{ id: string }>> {
  const words = checkEventWords(event.kind, [event.title, event.place, ...event.materials])
  if (!words.ok) return words
  if (event.plannedOn < at.today.toString()) return refuse('eventDayPast')
  const id = await takeEventId(tx, at.today.year)
  await insertEvent(tx, { ...event, id, code: newCode() }, by)
  return ok({ id })
}

export interface EventStep {
  readonly id: string
  readonly event: 'move' | 'hold' | 'cancel'
  readonly version: number
  readonly plannedOn?: string
  readonly startsAt?: string
  readonly heads?: number
  readonly note?: string
}

/** 改期、办完、取消. Refusals: `eventUnknown`, `eventChanged`, `eventStepNotAllowed`, `eventDayPast`, `eventTooEarly`, `eventHeadsMissing`. */
export async function stepEvent(tx: Tx, step: EventStep, { at }: Who): Promise<Result<{ version: number }>> {
  const event = await lockEvent(tx, step.id)
  if (!event) return refuse('eventUnknown')
  if (event.version !== step.version) return refuse('eventChanged')
  const moved = nextState(eventMoves, event.state, step.event)
  if (!moved.ok) return refuse('eventStepNotAllowed')
  const today = at.today.toString()
  const plannedOn = step.event === 'move' ? (step.plannedOn ?? event.plannedOn) : event.plannedOn
  const startsAt = step.event === 'move' ? (step.startsAt ?? event.startsAt) : event.startsAt
  if (step.event === 'move' && plannedOn < today) return refuse('eventDayPast')
  if (step.event === 'hold' && event.plannedOn > today) return refuse('eventTooEarly')
  if (step.event === 'hold' && step.heads === undefined) return refuse('eventHeadsMissing')
  const held = step.event === 'hold'
  const count = held ? { heldOn: event.plannedOn, heads: step.heads ?? 0 } : { heldOn: null, heads: null }
  await saveEvent(tx, event.id, { state: moved.value, plannedOn, startsAt, ...count, note: step.note?.trim() || null })
  return ok({ version: event.version + 1 })
}

/** Shown until the week after: a poster hangs longer than its event. */
const openDays = 7

/** 签到、评价. Refusals: `eventUnknown`, `eventNotToday`. */
export async function joinEvent(
  tx: Tx,
  guest: { readonly code: string; readonly mark: string; readonly stars?: number; readonly words?: string },
  at: Moment,
): Promise<Result<{ joined: boolean }>> {
  const event = await findEventByCode(tx, guest.code)
  if (!event || event.state === 'cancelled') return refuse('eventUnknown')
  if (!isOpenOn(event, at.today)) return refuse('eventNotToday', { day: event.plannedOn })
  const mark = sm3(`${event.id}\n${guest.mark}`).toString('hex')
  await saveGuest(tx, { eventId: event.id, mark, stars: guest.stars ?? null, words: guest.words?.trim() || null })
  return ok({ joined: true })
}

function isOpenOn(event: EventRecord, today: Temporal.PlainDate): boolean {
  const days = Temporal.PlainDate.from(event.plannedOn).until(today).days
  return days >= 0 && days <= openDays
}
