import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Cited } from '../rules/cited.ts'
import type { BroadcastState, Chapter } from '../rules/live/broadcast.ts'

export interface Programme {
  readonly title: string
  readonly speaker: string
  readonly about: string
  readonly startsAt: string
  readonly cites: readonly Cited[]
}
export interface BroadcastRecord extends Programme {
  readonly id: string
  readonly state: BroadcastState
  readonly version: number
  readonly plannedBy: string
  readonly openedAt: string | null
  readonly endedAt: string | null
  readonly chapters: readonly Chapter[]
  readonly captions: string | null
  readonly preparedBy: string | null
  readonly releasedBy: string | null
  readonly releasedAt: string | null
  readonly reason: string | null
}

const iso = (name: string) =>
  sql`to_char(${sql.ref(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${sql.ref(name)}`
const columns = sql`id, title, speaker, about, cites, state, version, planned_by, chapters, captions, prepared_by, released_by,
  reason, ${iso('starts_at')}, ${iso('opened_at')}, ${iso('ended_at')}, ${iso('released_at')}`

export async function findBroadcast(db: Db | Tx, id: string): Promise<BroadcastRecord | undefined> {
  const { rows } = await sql<BroadcastRecord>`select ${columns} from outreach.broadcast where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockBroadcast(tx: Tx, id: string): Promise<BroadcastRecord | undefined> {
  const found =
    await sql<BroadcastRecord>`select ${columns} from outreach.broadcast where id = ${id} for update`.execute(tx)
  return found.rows[0]
}

export async function listBroadcasts(db: Db | Tx): Promise<readonly BroadcastRecord[]> {
  const { rows } = await sql<BroadcastRecord>`
    select ${columns} from outreach.broadcast b order by b.starts_at desc, id limit 200`.execute(db)
  return rows
}

export async function insertBroadcast(tx: Tx, programme: Programme & { id: string; by: string; at: string }) {
  const { id, title, speaker, about, startsAt, cites, by, at } = programme
  await sql`insert into outreach.broadcast (id, title, speaker, about, starts_at, cites, planned_by, planned_at)
    values (${id}, ${title}, ${speaker}, ${about}, ${startsAt}, ${JSON.stringify(cites)}::jsonb, ${by}, ${at})`.execute(
    tx,
  )
}

/** The broadcast as it is after a step; the number of the version was checked under the lock. */
export async function saveBroadcast(tx: Tx, next: BroadcastRecord, at: string): Promise<void> {
  await sql`update outreach.broadcast set title = ${next.title}, speaker = ${next.speaker}, about = ${next.about},
      starts_at = ${next.startsAt}, cites = ${JSON.stringify(next.cites)}::jsonb, state = ${next.state}, version = ${next.version},
      opened_at = ${next.openedAt}, ended_at = ${next.endedAt}, chapters = ${JSON.stringify(next.chapters)}::jsonb,
      captions = ${next.captions}, prepared_by = ${next.preparedBy}, released_by = ${next.releasedBy},
      released_at = ${next.releasedAt}, reason = ${next.reason},
      withdrawn_at = ${next.state === 'withdrawn' ? at : null}
    where id = ${next.id}`.execute(tx)
}

interface Question {
  readonly id: string
  readonly broadcastId: string
  readonly viewer: string
  readonly words: string
  readonly at: string
}

/** False when three questions of this telephone wait already. */
export async function insertQuestion(tx: Tx, { id, broadcastId, viewer, words, at }: Question): Promise<boolean> {
  const { rows } = await sql`insert into outreach.live_question (id, broadcast_id, viewer, words, asked_at)
    select ${id}, ${broadcastId}, ${viewer}, ${words}, ${at}
    where (select count(*) from outreach.live_question
      where broadcast_id = ${broadcastId} and viewer = ${viewer} and state = 'waiting') < 3
    returning id`.execute(tx)
  return rows.length > 0
}

export async function decideQuestion(
  tx: Tx,
  which: { readonly id: string; readonly broadcastId: string },
  decided: { readonly state: 'shown' | 'hidden'; readonly by: string; readonly at: string },
): Promise<boolean> {
  const { rows } = await sql`update outreach.live_question
    set state = ${decided.state}, decided_by = ${decided.by}, decided_at = ${decided.at}
    where id = ${which.id} and broadcast_id = ${which.broadcastId} returning id`.execute(tx)
  return rows.length > 0
}

export async function insertViewer(tx: Tx, broadcastId: string, viewer: string, minute: number): Promise<void> {
  await sql`insert into outreach.live_viewer (broadcast_id, viewer, minute) values (${broadcastId}, ${viewer}, ${minute})
    on conflict do nothing`.execute(tx)
}
