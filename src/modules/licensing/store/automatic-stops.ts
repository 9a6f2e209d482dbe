import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ServiceCode } from '../rules/services/service.ts'

export interface StopRow {
  readonly id: number
  readonly service: ServiceCode | null
  readonly reason: string
  readonly stoppedBy: string
  readonly stoppedAt: string
}

export async function listStops(tx: Tx): Promise<StopRow[]> {
  const { rows } = await sql<StopRow>`
    select id, service, reason, stopped_by, stopped_at from licensing.automatic_stop where ended_at is null order by id`.execute(
    tx,
  )
  return rows
}

/** From the next application on: every submission reads the open stops with its licence. */
export async function saveStop(
  tx: Tx,
  stop: { service: ServiceCode | null; reason: string; by: string; at: string },
): Promise<void> {
  await sql`insert into licensing.automatic_stop (service, reason, stopped_by, stopped_at)
    values (${stop.service}, ${stop.reason}, ${stop.by}, ${stop.at})`.execute(tx)
}

/** False when it had ended already, or never was. */
export async function endStop(tx: Tx, id: number, end: { by: string; at: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update licensing.automatic_stop set ended_by = ${end.by}, ended_at = ${end.at}
    where id = ${id} and ended_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}
