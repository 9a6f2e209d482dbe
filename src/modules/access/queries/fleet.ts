import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { AlarmView, FleetRow, TerminalLife, TerminalSettings } from '../contract/fleet.ts'

/** A terminal with everything that is known of it; how it is (health) is decided from this, not in SQL. */
export interface FleetFacts extends Omit<FleetRow, 'health'> {
  readonly settings: TerminalSettings | null
  /** Since when the house has been listening without a gap. */
  readonly backAt: string | null
}

const facts = sql`select t.id, t.code, t.name, t.area_code, t.state, coalesce(p.name, '') as proposed_by, c.name as confirmed_by,
    u.seen_at as last_seen_at, u.version, coalesce(u.faults, '{}') as faults, u.reader, u.printer, u.paper, u.pending_acts,
    u.disk_free_mb, use.opened_at as last_used_at, coalesce(w.version, 0) as settings_version,
    coalesce(w.applied_version, 0) as applied_version, w.settings, watch.back_at
  from access.terminal t
  left join access.staff p on p.id = t.proposed_by
  left join access.staff c on c.id = t.confirmed_by
  left join access.terminal_pulse u on u.terminal_id = t.id
  left join access.terminal_settings w on w.terminal_id = t.id
  left join access.terminal_watch watch on true
  left join lateral (select s.opened_at from access.card_session s where s.terminal_id = t.id
    order by s.opened_at desc limit 1) use on true`

/** Every terminal in scope, revoked ones too, one statement. */
export async function listFleet(tx: Tx): Promise<FleetFacts[]> {
  const { rows } = await sql<FleetFacts>`${facts} order by t.code`.execute(tx)
  return rows
}

export async function findFleetFacts(tx: Tx, id: string): Promise<FleetFacts | undefined> {
  const { rows } = await sql<FleetFacts>`${facts} where t.id = ${id}`.execute(tx)
  return rows[0]
}

const alarms = sql`select a.id, a.kind, a.terminal_id, t.name as terminal, a.area_code, a.terminals, a.began_at,
    a.acknowledged_at, k.name as acknowledged_by, a.acknowledged_note, a.ended_at, e.name as ended_by, a.ended_note
  from access.alarm a
  left join access.terminal t on t.id = a.terminal_id
  left join access.staff k on k.id = a.acknowledged_by
  left join access.staff e on e.id = a.ended_by`

/** What somebody must look at, what nobody has seen yet first. */
export async function listOpenAlarms(tx: Tx): Promise<AlarmView[]> {
  const { rows } = await sql<AlarmView>`${alarms} where a.ended_at is null
    order by a.acknowledged_at is not null, a.began_at desc limit 200`.execute(tx)
  return rows
}

export async function listAlarmsOf(tx: Tx, terminalId: string): Promise<AlarmView[]> {
  const { rows } = await sql<AlarmView>`${alarms} where a.terminal_id = ${terminalId}
    order by a.began_at desc limit 20`.execute(tx)
  return rows
}

export async function listEvents(tx: Tx, id: string): Promise<TerminalLife['events']> {
  const { rows } = await sql<TerminalLife['events'][number]>`
    select at, kind, detail from access.terminal_event where terminal_id = ${id} order by at desc, id desc limit 100`.execute(
    tx,
  )
  return rows
}

/** 每日办理次数: sessions opened at the terminal on each of the days, days without anybody too. */
export async function listUses(
  tx: Tx,
  id: string,
  days: { readonly from: string; readonly to: string },
): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select d::date::text as day, count(s.id)::integer as count
    from generate_series(${days.from}::date, ${days.to}::date, interval '1 day') d
    left join access.card_session s on s.terminal_id = ${id}
      and s.opened_at >= (d::date::timestamp at time zone 'Asia/Shanghai')
      and s.opened_at < ((d::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by d order by d`.execute(tx)
  return rows
}

export async function findSettingsOrder(
  tx: Tx,
  id: string,
): Promise<{ setBy: string; setAt: string; appliedAt: string | null } | undefined> {
  const { rows } = await sql<{ setBy: string; setAt: string; appliedAt: string | null }>`
    select coalesce(s.name, '') as set_by, w.set_at, w.applied_at
    from access.terminal_settings w left join access.staff s on s.id = w.set_by where w.terminal_id = ${id}`.execute(tx)
  return rows[0]
}
