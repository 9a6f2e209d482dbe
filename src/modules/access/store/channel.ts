import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { RequestSigns } from '../rules/request-text.ts'

export interface NewChannel {
  readonly id: string
  readonly terminalId: string
  readonly openedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** One channel for a terminal: the new one takes the place of the old, whose requests are refused from now on. */
export async function replaceChannel(tx: Tx, channel: NewChannel): Promise<void> {
  await sql`insert into access.channel (terminal_id, id, opened_at, expires_at)
    values (${channel.terminalId}, ${channel.id}, ${`${channel.openedAt}`}, ${`${channel.expiresAt}`})
    on conflict (terminal_id) do update set id = excluded.id, counter = 0, opened_at = excluded.opened_at,
      expires_at = excluded.expires_at, session_id = null, session_used_at = null`.execute(tx)
}

export interface Admission {
  readonly verdict:
    | 'admitted'
    | 'sessionEnded'
    | 'channelUnknown'
    | 'counterReplayed'
    | 'terminalRevoked'
    | 'terminalFrozen'
  readonly sessionId: string | null
  readonly personIndex: string | null
  readonly method: 'card' | 'face' | 'cardCode' | 'code' | null
}

/** Raises the counter and says who asks: the one statement of a terminal's request (see the function's own comment). */
export async function admitRequest(
  db: Db,
  signs: Pick<RequestSigns, 'terminalId' | 'channelId' | 'counter'> & { readonly tokenHash: string | null },
  when: { readonly at: Temporal.Instant; readonly idleSeconds: number },
): Promise<Admission> {
  const { rows } = await sql<Admission>`select verdict, session_id, person_index, method from access.admit_request(
    ${signs.terminalId}, ${signs.channelId}, ${signs.counter}, ${signs.tokenHash}, ${`${when.at}`},
    make_interval(secs => ${when.idleSeconds}))`.execute(db)
  const [admission] = rows
  if (!admission) throw new Error('access.admit_request always answers')
  return admission
}

/** Joins a session with the channel of its terminal; `undefined` when the channel has gone meanwhile. */
export async function joinSession(
  tx: Tx,
  session: { readonly terminalId: string; readonly sessionId: string; readonly at: Temporal.Instant },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`update access.channel
    set session_id = ${session.sessionId}, session_used_at = ${`${session.at}`}
    where terminal_id = ${session.terminalId} returning id`.execute(tx)
  return rows[0]?.id
}

export async function leaveSession(tx: Tx, sessionId: string, terminalId: string): Promise<void> {
  await sql`update access.channel set session_id = null, session_used_at = null
    where terminal_id = ${terminalId} and session_id = ${sessionId}`.execute(tx)
}
