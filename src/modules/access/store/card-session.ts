import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export type SessionEnd = 'person' | 'idle' | 'time' | 'nextCard' | 'newChannel' | 'terminalStopped'

export interface NewCardSession {
  /** 六十周岁以上, told by the card. */
  readonly elder: boolean
  readonly id: string
  readonly tokenHash: string
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly terminalId: string
  readonly terminalName: string
  readonly areaCode: string
  readonly channelId: string
  readonly clockWrong: boolean
  readonly openedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export interface CardSessionRow {
  readonly id: string
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly method: 'card' | 'face' | 'cardCode' | 'code'
  readonly terminalId: string
  readonly terminalName: string
  readonly areaCode: string
  readonly clockWrong: boolean
  readonly openedAt: string
  readonly endsAt: string
  readonly endedAt: string | null
}

const columns = sql`id, person_index, name_sealed, id_no_masked, method, terminal_id, terminal_name, area_code, clock_wrong,
  opened_at, ends_at, ended_at`

export async function insertCardSession(tx: Tx, one: NewCardSession): Promise<void> {
  await sql`insert into access.card_session (id, token_hash, person_index, name_sealed, id_no_masked, method, terminal_id,
      terminal_name, area_code, channel_id, clock_wrong, opened_at, ends_at, elder)
    values (${one.id}, ${one.tokenHash}, ${one.personIndex}, ${one.nameSealed}, ${one.idNoMasked}, 'card', ${one.terminalId},
      ${one.terminalName}, ${one.areaCode}, ${one.channelId}, ${one.clockWrong}, ${`${one.openedAt}`}, ${`${one.endsAt}`}, ${one.elder})`.execute(
    tx,
  )
}

export async function findCardSession(tx: Tx, id: string): Promise<CardSessionRow | undefined> {
  const { rows } = await sql<CardSessionRow>`select ${columns} from access.card_session where id = ${id}`.execute(tx)
  return rows[0]
}

/** The session of a token at one terminal, whether open or not: an act kept through an outage names it afterwards. */
export async function findSessionOfToken(
  tx: Tx,
  of: { readonly tokenHash: string; readonly terminalId: string },
): Promise<CardSessionRow | undefined> {
  const { rows } = await sql<CardSessionRow>`select ${columns} from access.card_session
    where token_hash = ${of.tokenHash} and terminal_id = ${of.terminalId}`.execute(tx)
  return rows[0]
}

/**
 * The way of proof rises with a code or a passed comparison, and falls with the withdrawal of its consent. What a code proved
 * stays, whatever a face does afterwards.
 */
export async function setSessionMethod(tx: Tx, id: string, method: 'card' | 'face' | 'cardCode'): Promise<void> {
  await sql`update access.card_session set method = ${method} where id = ${id} and method in ('card', 'face')`.execute(
    tx,
  )
}

export async function moveSessionEnd(tx: Tx, id: string, endsAt: Temporal.Instant): Promise<void> {
  await sql`update access.card_session set ends_at = ${`${endsAt}`} where id = ${id} and ended_at is null`.execute(tx)
}

export async function endCardSession(
  tx: Tx,
  id: string,
  end: { because: SessionEnd; at: Temporal.Instant },
): Promise<void> {
  await sql`update access.card_session set ended_at = ${`${end.at}`}, ended_because = ${end.because}
    where id = ${id} and ended_at is null`.execute(tx)
}

/** Ends whatever is open at a terminal: one reader, one person. */
export async function endSessionsAt(
  tx: Tx,
  terminalId: string,
  end: { because: SessionEnd; at: Temporal.Instant },
): Promise<void> {
  await sql`update access.card_session set ended_at = least(${`${end.at}`}, ends_at), ended_because = ${end.because}
    where terminal_id = ${terminalId} and ended_at is null`.execute(tx)
}

/** Writes the end of sessions that ended by themselves; gives how many. */
export async function closeOverdueSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql`update access.card_session set ended_at = ends_at, ended_because = 'time'
    where ended_at is null and ends_at < ${`${now}`} returning id`.execute(tx)
  return rows.length
}
