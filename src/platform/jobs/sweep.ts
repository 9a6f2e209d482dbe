import type pg from 'pg'
import { beaconClass } from './beacon.ts'

/** What one look found and did. */
export interface Sweep {
  /** Pools that hold jobs but whose beacon is out. */
  readonly dark: readonly string[]
  /** How many dead pools' jobs were freed. */
  readonly freed: number
  /** Names of freed jobs that had no try left: whatever kills its worker five times is not tried a sixth time. */
  readonly buried: readonly string[]
}

/**
 * Frees the jobs of dead workers (清扫). A pool counts as dead when its beacon was out in the last look too, so that a
 * connection just being made again is not taken for death.
 */
export async function sweep(pool: pg.Pool, darkBefore: readonly string[]): Promise<Sweep> {
  const { rows } = await pool.query<{ id: string }>(findDark)
  const dark = rows.map(row => row.id)
  const dead = dark.filter(id => darkBefore.includes(id))
  if (dead.length === 0) return { dark, freed: 0, buried: [] }
  const buried = await pool.query<{ name: string }>(findLastTries, [dead])
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  return { dark, freed: dead.length, buried: buried.rows.map(row => row.name) }
}

const findDark = `
  with held as (
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null)
  select id from held where not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = ${beaconClass} and l.objsubid = 2
      and l.objid::bigint = (hashtext(id)::bigint & 4294967295)
      and l.database = (select oid from pg_database where datname = current_database()))`

const findLastTries = `
  select t.identifier as name from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.locked_by = any($1::text[]) and j.attempts >= j.max_attempts`
