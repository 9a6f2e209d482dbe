import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { CounterSession } from '../contract/counter.ts'
import type { Card } from '../rules/card.ts'
import type { ByStaff } from '../rules/who.ts'
import { hashOf } from '../secrets.ts'
import { closeDeskReading, insertDeskReading, lockDeskReading } from '../store/desk-reading.ts'
import { findTerminal } from '../store/terminal.ts'
import { openCounterSession } from './counter-session.ts'

/** So long an officer's question waits for the card. */
const minutesOpen = 2

/** 请求读卡: one question of one officer; only who holds the ticket can answer it. */
export async function askDeskReading(
  tx: Tx,
  { by, at, ticketHash }: ByStaff & { readonly ticketHash: string },
): Promise<{ readonly readingId: string; readonly expiresAt: string }> {
  const readingId = randomId()
  const expiresAt = at.instant.add({ minutes: minutesOpen }).toString()
  const areaCode = by.areas[0] ?? ''
  const askedAt = at.instant.toString()
  await insertDeskReading(tx, { id: readingId, staffId: by.staffId, areaCode, ticketHash, askedAt, expiresAt })
  return { readingId, expiresAt }
}

interface Answer {
  readonly readingId: string
  readonly ticket: string
  readonly card: Card
  readonly terminalId: string
  readonly at: Moment
}

/**
 * 读卡作答: the signed word of the enrolled device at the desk, so that no page can claim a card was read. The device must lie
 * in the officer's area; the card is judged as at a terminal. A card that is refused leaves the question open for another.
 */
export async function answerDeskReading(
  tx: Tx,
  { readingId, ticket, card, terminalId, at }: Answer,
  keyring: Keyring,
): Promise<Result<CounterSession>> {
  const reading = await lockDeskReading(tx, { id: readingId, ticketHash: hashOf(ticket) })
  const late = reading && Temporal.Instant.compare(Temporal.Instant.from(reading.expiresAt), at.instant) <= 0
  if (!reading || late) return refuse('deskReadingOver')
  const terminal = await findTerminal(tx, terminalId)
  if (!terminal || !reading.areas.some(area => terminal.areaCode.startsWith(area))) return refuse('deskReaderElsewhere')
  const by = { staffId: reading.staffId, areas: reading.areas }
  const opened = await openCounterSession(tx, { by, at, card, read: 'reader' }, keyring)
  if (!opened.ok) return opened
  await closeDeskReading(tx, readingId, { terminalId, at: at.instant.toString() })
  return ok(opened.value)
}
