import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ReportGateway } from './rules/gateways.ts'

export interface GatewayRow {
  readonly name: string
  readonly lastSuccessAt: string | null
  readonly lastFailureAt: string | null
  readonly lastError: string | null
  readonly nextTryAt: string | null
  readonly waiting: number
  readonly oldest: string | null
  readonly refused: number
  readonly refusedWhy: string | null
}

/** Every gateway with what waits for it. */
export async function listGatewayRows(tx: Tx): Promise<GatewayRow[]> {
  const { rows } = await sql<GatewayRow>`
    select g.name, g.last_success_at, g.last_failure_at, g.last_error, g.next_try_at,
      count(r.id) filter (where r.state = 'waiting')::int as waiting, min(r.queued_at) filter (where r.state = 'waiting') as oldest,
      count(r.id) filter (where r.state = 'refused')::int as refused,
      max(r.error) filter (where r.state = 'refused') as refused_why
    from exchange.gateway g left join exchange.report r on r.gateway = g.name and r.state in ('waiting', 'refused')
    group by g.name`.execute(tx)
  return rows
}

/** Which report gateways have something to do at this moment. */
export async function listDueGateways(tx: Tx, now: string): Promise<ReportGateway[]> {
  const { rows } = await sql<{ name: ReportGateway }>`
    select g.name from exchange.gateway g where (g.next_try_at is null or g.next_try_at <= ${now}::timestamptz)
      and exists (select from exchange.report r where r.gateway = g.name and r.state = 'waiting')`.execute(tx)
  return rows.map(row => row.name)
}

export interface TerminalRow {
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly state: string
  readonly seenAt: string | null
  readonly version: string | null
  readonly paper: string | null
}

/** 终端: no field of a person. */
export async function listTerminals(tx: Tx): Promise<TerminalRow[]> {
  const { rows } = await sql<TerminalRow>`
    select t.code, t.name, t.area_code, t.state, p.seen_at, p.version, p.paper
    from access.published_terminal t left join access.published_terminal_pulse p on p.terminal_id = t.id order by t.code`.execute(
    tx,
  )
  return rows
}

export interface UsageRow {
  readonly terminal: string
  readonly service: string
  readonly count: number
}

/** What was done at each terminal on one day. */
export async function listUsage(tx: Tx, day: string): Promise<UsageRow[]> {
  const { rows } = await sql<UsageRow>`
    select t.code as terminal, u.service, u.count from licensing.published_terminal_use u
    join access.published_terminal t on t.id::text = u.terminal_id where u.day = ${day}::date order by 1, 2`.execute(tx)
  return rows
}
