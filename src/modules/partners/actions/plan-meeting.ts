import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { linesOf } from '../queries/meetings.ts'
import { listChoices } from '../queries/people.ts'
import type { MatterKind } from '../rules/meeting/agenda.ts'
import { mayCallMeeting } from '../rules/meeting/decide.ts'
import { type MeetingEvent, type MeetingKind, meetingMoves } from '../rules/meeting/moves.ts'
import { contactsOf, insertMeeting, lockMeeting, type MeetingRecord, moveMeeting } from '../store/meetings.ts'
import { takeId } from '../store/serials.ts'
import { awaitContacts } from './await-contacts.ts'

export interface ByStaff {
  readonly by: string
  readonly areaCode: string
  readonly at: Moment
}

export interface MeetingAsked {
  readonly kind: MeetingKind
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly agencies: readonly { readonly agencyId: string; readonly contactId: string | null }[]
  readonly lines: readonly {
    readonly kind: MatterKind
    readonly ref: string
    readonly words: string
    readonly why: string
  }[]
  /** 紧急会商: planned and called at once. */
  readonly call: boolean
}

/** 拟定会议; with `call` the agencies are told in the same transaction. */
export async function planMeeting(
  tx: Tx,
  asked: MeetingAsked,
  { by, areaCode, at }: ByStaff,
): Promise<Result<{ id: string }>> {
  const choices = await listChoices(tx)
  const known = asked.agencies.every(({ agencyId, contactId }) => {
    const agency = choices.find(({ id }) => id === agencyId)
    return agency !== undefined && (contactId === null || agency.contacts.some(({ id }) => id === contactId))
  })
  if (!known || new Set(asked.agencies.map(({ agencyId }) => agencyId)).size !== asked.agencies.length)
    return refuse('meetingGuestUnknown')
  const id = await takeId(tx, 'meeting', at.today.year)
  const { kind, title, place, startsAt, agencies: guests, lines } = asked
  await insertMeeting(tx, {
    ...{ id, kind, title: title.trim(), place: place.trim(), startsAt, guests, lines, areaCode },
    createdBy: by,
    at: at.instant.toString(),
  })
  if (!asked.call) return ok({ id })
  const called = mayCallMeeting({ guests: guests.length, lines: lines.length, startsAt }, at.instant)
  if (!called.ok) return called
  await moveMeeting(tx, id, { event: 'call', to: 'called', by, at: at.instant.toString() })
  await awaitContacts(
    tx,
    { aboutNo: id, state: 'called', contactIds: guests.map(guest => guest.contactId), areaCode },
    at,
  )
  return ok({ id })
}

export async function lockedMeeting(tx: Tx, id: string, version: number): Promise<Result<MeetingRecord>> {
  const meeting = await lockMeeting(tx, id)
  if (!meeting) return refuse('meetingUnknown')
  return meeting.version === version ? ok(meeting) : refuse('meetingChanged')
}

interface Stepped {
  readonly id: string
  readonly version: number
  readonly event: Exclude<MeetingEvent, 'sign'>
  readonly note: string
}

/** 通知、开始、结束、取消. */
export async function stepMeeting(
  tx: Tx,
  { id, version, event, note }: Stepped,
  { by, at }: Pick<ByStaff, 'by' | 'at'>,
): Promise<Result<null>> {
  const found = await lockedMeeting(tx, id, version)
  if (!found.ok) return found
  const meeting = found.value
  const to = nextState(meetingMoves, meeting.state, event)
  if (!to.ok) return refuse('meetingNotNow')
  if (event === 'call') {
    const lines = (await linesOf(tx, id)).length
    const called = mayCallMeeting({ guests: meeting.agencies.length, lines, startsAt: meeting.startsAt }, at.instant)
    if (!called.ok) return called
  }
  await moveMeeting(tx, id, { event, to: to.value, by, at: at.instant.toString(), note: note.trim() })
  if (event === 'call') {
    const called = { aboutNo: id, state: to.value, areaCode: meeting.areaCode }
    await awaitContacts(tx, { ...called, contactIds: await contactsOf(tx, id) }, at)
  }
  return ok(null)
}
