import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { FileData } from '../rules/file.ts'
import type { FileKind } from '../rules/kinds.ts'

export interface ListedFile {
  readonly id: string
  readonly kind: FileKind
  readonly licenceNo: string
  readonly shopName: string
  readonly town: string
  readonly state: string
  readonly version: number
  readonly data: FileData
  readonly dueOn: string | null
  readonly openedOn: string
  readonly openedBy: string
  readonly proposedBy: string | null
}

const pageSize = 50

const select = (where: RawBuilder<unknown>, rest: RawBuilder<unknown>) => sql<ListedFile>`
  select f.id, f.kind, f.licence_no, coalesce(r.shop_name, '') as shop_name, coalesce(a.name, '') as town, f.state, f.version, f.data,
    f.due_on, f.opened_on, coalesce(s.name, case when f.opened_by like 'citizen:%' then '零售户' else '系统' end) as opened_by, f.proposed_by
  from credit.file f
  left join registry.published_retailer r on r.licence_no = f.licence_no
  left join registry.published_area a on a.code = left(f.area_code, 9)
  left join access.published_staff s on 'staff:' || s.id = f.opened_by
  where ${where} ${rest}`

interface Asked {
  readonly kind: FileKind
  readonly state?: string
  readonly licenceNo?: string
  readonly page: number
}

/** 一类档案: what is soonest due first, then the newest; with how many stand in each state. */
export async function listFiles(tx: Tx, { kind, state, licenceNo, page }: Asked) {
  const parts = [sql`f.kind = ${kind}`]
  if (licenceNo !== undefined) parts.push(sql`f.licence_no = ${licenceNo}`)
  const all = sql.join(parts, sql` and `)
  if (state !== undefined) parts.push(sql`f.state = ${state}`)
  const where = sql.join(parts, sql` and `)
  const page0 = sql`order by f.due_on nulls last, f.opened_at desc, f.id limit ${pageSize} offset ${(page - 1) * pageSize}`
  const { rows } = await select(where, page0).execute(tx)
  const counted = await sql<{ state: string; n: number }>`
    select f.state, count(*)::int as n from credit.file f where ${all} group by f.state`.execute(tx)
  const counts = Object.fromEntries(counted.rows.map(row => [row.state, row.n]))
  const total = state === undefined ? counted.rows.reduce((sum, { n }) => sum + n, 0) : (counts[state] ?? 0)
  return { items: rows, total, counts }
}

export async function findListed(tx: Tx, id: string): Promise<ListedFile | undefined> {
  const { rows } = await select(sql`f.id = ${id}`, sql``).execute(tx)
  return rows[0]
}

export async function listOfShop(tx: Tx, licenceNo: string): Promise<readonly ListedFile[]> {
  const mine = sql`(f.licence_no = ${licenceNo} or f.data -> 'licences' ? ${licenceNo})`
  const { rows } = await select(mine, sql`order by f.opened_at desc, f.id limit 200`).execute(tx)
  return rows
}

/** Everything with a clock, the soonest first. */
export async function listClocks(tx: Tx): Promise<readonly ListedFile[]> {
  const { rows } = await select(sql`f.due_on is not null`, sql`order by f.due_on, f.id limit 300`).execute(tx)
  return rows
}

/** Clocks that ran out and whose file has not moved on since. */
export async function countAlarms(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from credit.alarm a join credit.file f on f.id = a.file_id and f.due_on = a.due_on`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

export async function listEvents(tx: Tx, fileId: string) {
  const { rows } = await sql<{ at: string; event: string; toState: string; by: string; note: string }>`
    select e.at, e.event, e.to_state, coalesce(s.name, case when e.by like 'citizen:%' then '零售户' else '系统' end) as by, e.note
    from credit.file_event e left join access.published_staff s on 'staff:' || s.id = e.by
    where e.file_id = ${fileId} order by e.id`.execute(tx)
  return rows
}

export async function listPapers(tx: Tx, fileIds: readonly string[]) {
  const { rows } = await sql<{ id: string; title: string; number: string }>`
    select id, title, number from credit.paper where file_id = any(${[...fileIds]}::text[]) order by issued_at`.execute(
    tx,
  )
  return rows
}

/** Who may be named for a talk. */
export async function listOfficers(tx: Tx) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from access.published_staff
    where state = 'active' and roles && array['inspector', 'head', 'legal'] order by name`.execute(tx)
  return rows
}
