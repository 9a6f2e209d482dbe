import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { TerminalSettings } from '../contract/fleet.ts'
import type { OpeningHours } from '../rules/opening-hours.ts'

/** Gives each terminal a new version of its settings, with its line; gives how many of them are in scope and in service. */
export async function saveSettings(
  tx: Tx,
  ids: readonly string[],
  order: { readonly settings: TerminalSettings; readonly by: string; readonly at: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`with saved as (
      insert into access.terminal_settings as w (terminal_id, area_code, version, settings, set_by, set_at)
      select t.id, t.area_code, 1, ${JSON.stringify(order.settings)}::jsonb, ${order.by}, ${`${order.at}`}
      from access.terminal t where t.id = any(${[...ids]}::uuid[]) and t.state in ('confirmed', 'active')
      on conflict (terminal_id) do update set version = w.version + 1, settings = excluded.settings,
        set_by = excluded.set_by, set_at = excluded.set_at
      returning terminal_id, area_code, version),
    lines as (
      insert into access.terminal_event (terminal_id, area_code, at, kind, detail)
      select terminal_id, area_code, ${`${order.at}`}, 'settingsSet', version::text from saved)
    select count(*)::integer as count from saved`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The hours that somebody has set for this terminal; nothing where nobody has: such a terminal does not close by itself. */
export async function findSetHours(tx: Tx, terminalId: string): Promise<OpeningHours | undefined> {
  const { rows } = await sql<{ settings: TerminalSettings }>`
    select settings from access.terminal_settings where terminal_id = ${terminalId}`.execute(tx)
  return rows[0]?.settings
}
