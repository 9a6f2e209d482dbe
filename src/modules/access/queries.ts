import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HeldActView, TerminalView } from './contract.ts'

const terminals = sql`select t.id, t.code, t.name, t.area_code, t.state, coalesce(p.name, '') as proposed_by,
    c.name as confirmed_by, u.seen_at as last_seen_at, u.version, coalesce(u.faults, '{}') as faults
  from access.terminal t
  left join access.staff p on p.id = t.proposed_by
  left join access.staff c on c.id = t.confirmed_by
  left join access.terminal_pulse u on u.terminal_id = t.id`

/** Every terminal in scope, the ones that need somebody first. */
export async function listTerminals(tx: Tx): Promise<TerminalView[]> {
  const { rows } = await sql<TerminalView>`${terminals}
    order by array_position(array['frozen', 'proposed', 'confirmed', 'active', 'revoked'], t.state), t.code`.execute(tx)
  return rows
}

export async function getTerminal(tx: Tx, id: string): Promise<TerminalView> {
  const { rows } = await sql<TerminalView>`${terminals} where t.id = ${id}`.execute(tx)
  const [view] = rows
  if (!view) throw new Error('the terminal that was just written is not in scope')
  return view
}

export interface HelpCallView {
  readonly id: string
  readonly terminal: string
  readonly step: string
  readonly at: string
  readonly answeredBy: string | null
}

/** Calls that wait, oldest first; those answered within the hour stay in sight below them. */
export async function listHelpCalls(tx: Tx, now: Temporal.Instant): Promise<HelpCallView[]> {
  const { rows } = await sql<HelpCallView>`
    select h.id, t.name as terminal, h.step, h.called_at as at, s.name as answered_by
    from access.help_call h join access.terminal t on t.id = h.terminal_id left join access.staff s on s.id = h.answered_by
    where h.answered_at is null or h.answered_at > ${`${now.subtract({ hours: 1 })}`}
    order by h.answered_at is not null, h.called_at limit 200`.execute(tx)
  return rows
}

/** Acts that wait for a person, oldest first. */
export async function listHeldActs(tx: Tx): Promise<HeldActView[]> {
  const { rows } = await sql<HeldActView>`
    select h.id, t.name as terminal, h.reason, h.received_at, h.settled_at
    from access.held_act h join access.terminal t on t.id = h.terminal_id
    where h.settled_at is null order by h.received_at limit 200`.execute(tx)
  return rows
}

export async function findHeldActView(tx: Tx, id: string): Promise<HeldActView | undefined> {
  const { rows } = await sql<HeldActView>`
    select h.id, t.name as terminal, h.reason, h.received_at, h.settled_at
    from access.held_act h join access.terminal t on t.id = h.terminal_id where h.id = ${id}`.execute(tx)
  return rows[0]
}
