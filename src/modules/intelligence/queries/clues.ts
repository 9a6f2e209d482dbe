import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ClueState } from '../rules/clue/moves.ts'
import type { ClueSource } from '../rules/clue/words.ts'
import { type ClueRecord, clueColumns } from '../store/clue.ts'

export type ListedClue = ClueRecord & { readonly town: string; readonly assignee: string | null; readonly hits: number }

const pageSize = 50

const select = (where: RawBuilder<unknown>, rest: RawBuilder<unknown>) => sql<ListedClue>`
  select ${clueColumns}, coalesce(a.name, '全市') as town, s.name as assignee,
    (select count(*)::int from intelligence.graph_node k join intelligence.graph_hit h on h.state = 'open' and k.id in (h.low, h.high)
      where k.kind = 'clue' and k.key = c.no) as hits
  from intelligence.clue c
  left join registry.published_area a on a.code = left(c.area_code, 9)
  left join access.published_staff s on 'staff:' || s.id = c.assigned_to
  where ${where} ${rest}`

export interface ClueFilter {
  readonly state?: ClueState
  readonly source?: ClueSource
  readonly assignedTo?: string
  /** A cell of the figures: what it counts in a period. */
  readonly figure?: 'received' | 'closed' | 'converted'
  readonly from?: string
  readonly to?: string
  readonly page: number
}

/** By clock: the soonest due first, then the newest. */
export async function listClues(tx: Tx, filter: ClueFilter) {
  const wanted = where(filter)
  const order = sql`order by c.due_on nulls last, c.no desc limit ${pageSize} offset ${(filter.page - 1) * pageSize}`
  const { rows: items } = await select(wanted, order).execute(tx)
  const { rows: total } = await sql<{
    n: number
  }>`select count(*)::int as n from intelligence.clue c where ${wanted}`.execute(tx)
  const { rows: counts } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from intelligence.clue group by state`.execute(tx)
  return { items, total: total[0]?.n ?? 0, counts: Object.fromEntries(counts.map(({ state, n }) => [state, n])) }
}

function where({ state, source, assignedTo, figure, from, to }: ClueFilter): RawBuilder<unknown> {
  const parts = [
    state === undefined ? undefined : sql`c.state = ${state}`,
    source === undefined ? undefined : sql`c.source = ${source}`,
    assignedTo === undefined ? undefined : sql`c.assigned_to = ${assignedTo}`,
    figure === undefined ? undefined : figureOf(figure, from ?? '2000-01-01', to ?? '2999-12-31'),
  ].filter(part => part !== undefined)
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

/** The same sentences as the figures: a number opens to exactly the clues it counts. */
export function figureOf(figure: 'received' | 'closed' | 'converted', from: string, to: string): RawBuilder<unknown> {
  if (figure === 'received') return sql`c.received_on between ${from}::date and ${to}::date`
  const closed = sql`c.closed_on between ${from}::date and ${to}::date and c.outcome is distinct from 'duplicate'`
  return figure === 'closed' ? closed : sql`${closed} and c.outcome = 'converted'`
}

export async function findClue(tx: Tx, no: string): Promise<ListedClue | undefined> {
  const { rows } = await select(sql`c.no = ${no}`, sql``).execute(tx)
  return rows[0]
}

export async function listClueEvents(tx: Tx, no: string) {
  const { rows } = await sql<{ at: string; event: string; toState: ClueState; by: string; noteSealed: string | null }>`
    select e.at, e.event, e.to_state, coalesce(s.name, case when e.by = 'anonymous' then '举报人' else '系统' end) as by, e.note_sealed
    from intelligence.clue_event e left join access.published_staff s on 'staff:' || s.id = e.by
    where e.clue_no = ${no} order by e.id`.execute(tx)
  return rows
}

export interface ComparedRow {
  readonly no: string
  readonly textSealed: string
  readonly state: ClueState
  readonly facts: readonly { readonly kind: string; readonly valueIndex: string }[]
}

/** The clues a new one is compared with: of the last days, and every open one; at most five hundred. */
export async function listCompared(tx: Tx, since: string, except: string): Promise<readonly ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select c.no, c.text_sealed, c.state, coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'valueIndex', f.value_index))
      from intelligence.clue_fact f where f.clue_no = c.no and f.state <> 'rejected'), '[]') as facts
    from intelligence.clue c
    where c.no <> ${except} and (c.received_on >= ${since}::date or c.closed_on is null) and c.outcome is distinct from 'duplicate'
    order by c.received_on desc, c.no desc limit 500`.execute(tx)
  return rows
}

/** 反馈的话: what was told of a clue at its end, sealed; `undefined`: nothing yet. */
export async function findAnswerSealed(tx: Tx, no: string): Promise<string | undefined> {
  const { rows } = await sql<{ noteSealed: string | null }>`select note_sealed from intelligence.clue_event
    where clue_no = ${no} and event = 'tell' order by id desc limit 1`.execute(tx)
  return rows[0]?.noteSealed ?? undefined
}
