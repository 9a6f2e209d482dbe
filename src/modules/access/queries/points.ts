import { sql } from 'kysely'
import type { OpeningHours } from '#kernel/opening-hours'
import type { Tx } from '#platform/database'
import type { HelperHours, PointFacts, PointTerminal } from '../rules/points/service-point.ts'

type Row = Omit<PointFacts, 'terminal'> &
  Omit<PointTerminal, 'state' | 'hours'> & { state: PointTerminal['state'] | null; settings: OpeningHours | null }

/** Every service point with the machine that stands there, one statement. Needs a transaction of scope `all`. */
export async function listPointFacts(tx: Tx): Promise<PointFacts[]> {
  const { rows } = await sql<Row>`
    select p.code, p.name, p.kind, p.area_code, coalesce(town.name, '') as town, p.lng, p.lat,
      t.state, u.seen_at as last_seen_at, u.reader, u.printer, u.paper, w.settings, watch.back_at
    from registry.published_service_point p
    left join registry.published_area town on town.code = left(p.area_code, 9)
    left join access.terminal t on t.code = p.code and t.state <> 'revoked'
    left join access.terminal_pulse u on u.terminal_id = t.id
    left join access.terminal_settings w on w.terminal_id = t.id
    left join access.terminal_watch watch on true
    order by p.code`.execute(tx)
  return rows.map(({ state, lastSeenAt, reader, printer, paper, settings, ...point }) => ({
    ...point,
    terminal: state === null ? null : { state, lastSeenAt, reader, printer, paper, hours: settings },
  }))
}

/** The areas of each helper on duty (帮办员): nobody is named. */
export async function listHelperAreas(tx: Tx): Promise<string[][]> {
  const { rows } = await sql<{ areas: string[] }>`
    select areas from access.staff where state = 'active' and on_duty and 'helper' = any(roles)`.execute(tx)
  return rows.map(({ areas }) => areas)
}

/** 帮办时段 of a day, from the calendar of delivery. */
export async function listHelperHours(tx: Tx, day: string): Promise<HelperHours[]> {
  const { rows } = await sql<HelperHours>`
    select area_code, place, from_minute, to_minute from delivery.published_visit
    where day = ${day}::date and kind = 'helper' and state = 'open' order by from_minute, place`.execute(tx)
  return rows
}

/** The service point a terminal stands at has the code of the terminal. */
export async function findTerminalCode(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`select code from access.terminal where id = ${id}`.execute(tx)
  return rows[0]?.code ?? ''
}
