import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { SitingResult, SitingView } from '../contract/circle.ts'

export interface SitingAsked {
  readonly id: string
  readonly areas: readonly string[]
  readonly count: number
  readonly withinMetres: number
  readonly points: SitingView['points']
  readonly by: string
  readonly at: string
}

export async function insertSiting(tx: Tx, asked: SitingAsked): Promise<void> {
  const county = asked.areas[0]?.slice(0, 6) ?? ''
  await sql`insert into metrics.siting (id, areas, area_code, count, within_metres, points, asked_by, asked_at) values
    (${asked.id}, ${[...asked.areas]}, ${county}, ${asked.count}, ${asked.withinMetres}, ${asked.points}, ${asked.by}, ${asked.at}::timestamptz)`.execute(
    tx,
  )
}

/** True when the run is still wanted. */
export async function noteProgress(tx: Tx, id: string, progress: number, phase: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update metrics.siting set state = 'running', progress = ${progress}, phase = ${phase}
    where id = ${id} and state in ('waiting', 'running')`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

interface End {
  readonly state: 'done' | 'cancelled' | 'failed'
  readonly at: string
  readonly result?: SitingResult
}

/** False when it had ended before. */
export async function endSiting(tx: Tx, id: string, { state, at, result }: End): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update metrics.siting set state = ${state}, ended_at = ${at}::timestamptz, result = ${result ? JSON.stringify(result) : null}::jsonb,
      progress = case when ${state} = 'done' then 100 else progress end, phase = ''
    where id = ${id} and state in ('waiting', 'running')`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

const columns = sql`id, state, progress, phase, count, points, within_metres, asked_at, result`

export async function findLatestSiting(tx: Tx): Promise<SitingView | null> {
  const { rows } = await sql<SitingView>`select ${columns} from metrics.siting order by asked_at desc limit 1`.execute(
    tx,
  )
  return rows[0] ?? null
}

export async function findSiting(
  tx: Tx,
  id: string,
): Promise<(SitingView & { readonly areas: readonly string[] }) | undefined> {
  const { rows } = await sql<SitingView & { readonly areas: readonly string[] }>`
    select ${columns}, areas from metrics.siting where id = ${id}`.execute(tx)
  return rows[0]
}
