import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ChallengeOutcome, FaceResult } from '../rules/face/decide-face.ts'

export interface FaceCheckRow {
  readonly result: FaceResult
  readonly score: number
  readonly challenge: ChallengeOutcome
  readonly model: string
  readonly terminalId: string
  readonly checkedAt: string
}

export interface NewFaceCheck extends Omit<FaceCheckRow, 'checkedAt'> {
  readonly id: string
  readonly sessionId: string
  readonly personIndex: string
  readonly checkedAt: Temporal.Instant
}

export async function insertFaceCheck(tx: Tx, one: NewFaceCheck): Promise<void> {
  await sql`insert into access.face_check (id, session_id, person_index, terminal_id, result, score, challenge, model, checked_at)
    values (${one.id}, ${one.sessionId}, ${one.personIndex}, ${one.terminalId}, ${one.result}, ${one.score}, ${one.challenge},
      ${one.model}, ${`${one.checkedAt}`})`.execute(tx)
}

export async function countFaceChecks(tx: Tx, sessionId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from access.face_check
    where session_id = ${sessionId}`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function findLastFaceCheck(tx: Tx, sessionId: string): Promise<FaceCheckRow | undefined> {
  const { rows } = await sql<FaceCheckRow>`select result, score::float8 as score, challenge, model, terminal_id,
      checked_at from access.face_check where session_id = ${sessionId} order by checked_at desc limit 1`.execute(tx)
  return rows[0]
}

/** Gives how many there were. */
export async function deleteFaceChecks(tx: Tx, personIndex: string): Promise<number> {
  const { rows } = await sql`delete from access.face_check where person_index = ${personIndex} returning id`.execute(tx)
  return rows.length
}
