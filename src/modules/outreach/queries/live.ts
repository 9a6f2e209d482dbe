import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export interface QuestionLine {
  readonly id: string
  readonly broadcastId: string
  readonly words: string
  readonly state: 'waiting' | 'shown' | 'hidden'
}

/** The questions of these broadcasts in the order asked; who asked is not among the columns. */
export async function listQuestions(db: Db | Tx, broadcasts: readonly string[]): Promise<readonly QuestionLine[]> {
  const { rows } = await sql<QuestionLine>`select id, broadcast_id, words, state from outreach.live_question
    where broadcast_id = any(${[...broadcasts]}::uuid[]) order by asked_at, id limit 2000`.execute(db)
  return rows
}

export interface MinuteLine {
  readonly broadcastId: string
  readonly minute: number
  readonly viewers: number
}

export async function countByMinute(db: Db | Tx): Promise<readonly MinuteLine[]> {
  const { rows } = await sql<MinuteLine>`select broadcast_id, minute, count(*)::int as viewers
    from outreach.live_viewer group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Distinct telephones of a whole broadcast, by its number. */
export async function countViewers(db: Db | Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ broadcastId: string; n: number }>`select broadcast_id, count(distinct viewer)::int as n
    from outreach.live_viewer where minute >= 0 group by 1`.execute(db)
  return new Map(rows.map(({ broadcastId, n }) => [broadcastId, n]))
}

export async function countWatching(db: Db | Tx, broadcastId: string, since: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct viewer)::int as n from outreach.live_viewer
    where broadcast_id = ${broadcastId} and minute >= ${since}`.execute(db)
  return rows[0]?.n ?? 0
}
