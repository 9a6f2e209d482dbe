import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Counted, FigureValue } from '../rules/figure.ts'
import { monthsOf } from '../rules/report.ts'
import type { Figure, FigureGroup, RowSearch } from './figures/group.ts'

/** Which cuts are asked beside the whole. */
export interface Cuts {
  readonly towns: boolean
  readonly months: boolean
}

export interface Report {
  readonly whole: readonly FigureValue[]
  town(code: string): readonly FigureValue[]
  month(month: string): readonly FigureValue[]
}

interface Line {
  readonly part: number
  readonly town: string | null
  readonly month: string | null
  readonly cells: readonly (readonly [counted: number, value: number | null])[]
}

/** Every figure of a group with its cuts: one statement, whatever their number. */
export async function reportOf(tx: Tx, group: FigureGroup, search: RowSearch, cuts: Cuts): Promise<Report> {
  const parts = partsOf(group)
  const missing = group.waitsFor !== undefined && !(await viewExists(tx, group.waitsFor.view))
  const lines = missing ? [] : await readLines(tx, { group, parts, search, cuts })
  const values = (town: string | null, month: string | null): FigureValue[] =>
    group.figures.map(figure => {
      const part = parts.findIndex(figures => figures.includes(figure))
      const line = lines.find(one => one.part === part && one.town === town && one.month === month)
      const cell = line?.cells[parts[part]?.indexOf(figure) ?? -1]
      const known = !missing && (month === null || figure.period !== 'now')
      return { code: figure.code, ...(cell ? { counted: cell[0], value: cell[1] } : nothing(figure, known)) }
    })
  return { whole: values(null, null), town: code => values(code, null), month: month => values(null, month) }
}

/** Nothing happened: a number or sum of it is nought, a median or share of it is none. */
const nothing = ({ aggregate }: Figure, known: boolean): Counted => ({
  counted: 0,
  value: known && (aggregate === 'count' || aggregate === 'sum') ? 0 : null,
})

/** Figures that look at the same day of a row are reckoned together in one pass. */
function partsOf({ figures }: FigureGroup): readonly (readonly Figure[])[] {
  return [...Map.groupBy(figures, ({ period, day }) => (period === 'span' ? day : period)).values()]
}

async function viewExists(tx: Tx, view: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${view}) is not null as there`.execute(tx)
  return rows[0]?.there === true
}

interface Asked {
  readonly group: FigureGroup
  readonly parts: readonly (readonly Figure[])[]
  readonly search: RowSearch
  readonly cuts: Cuts
}

async function readLines(tx: Tx, { group, parts, search, cuts }: Asked): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    with source as materialized (${group.rows(search)})
    ${sql.join(
      parts.map((figures, part) => partSql(figures, { part, search, cuts })),
      sql` union all `,
    )}`.execute(tx)
  return rows
}

function partSql(
  figures: readonly Figure[],
  { part, search, cuts }: { part: number; search: RowSearch; cuts: Cuts },
): RawBuilder<unknown> {
  // Figures over the same values share one column: then PostgreSQL sorts it once for the median and the 90th percentile.
  const values = [...new Set(figures.map(({ value }) => value))]
  const place = ({ value }: Figure) => values.indexOf(value)
  const cells = sql.join(
    figures.map(
      figure => sql`jsonb_build_array(${countedSql(figure, place(figure))}, ${valueSql(figure, place(figure))})`,
    ),
  )
  const subject = figures.find(figure => figure.subject)?.subject ?? sql`null::text`
  const columns = sql.join([...values.map((value, n) => sql`${value(search)} as ${v(n)}`), sql`${subject} as subject`])
  const period = figures[0]?.period ?? 'span'
  const sets = [sql`()`]
  // What is not grouped by is not named.
  const town = cuts.towns ? sql`town` : sql`null::text as town`
  if (cuts.towns) sets.push(sql`(town)`)
  if (period === 'standing') {
    const sums = cuts.towns ? sql`(month), (month, town)` : sql`(month)`
    return sql`select ${part}::int as part, ${town}, month, jsonb_build_array(${cells}) as cells from (
      select left(r.area_code, 9) as town, b.month, ${columns} from source r
      join unnest(${bucketsOf(search, cuts).months}::text[], ${bucketsOf(search, cuts).lasts}::date[]) b (month, last)
        on r.since <= b.last and (r.until is null or r.until > b.last)) x group by grouping sets (${sums})`
  }
  const day = figures[0]?.day
  if (day === undefined || period === 'now')
    return sql`select ${part}::int as part, ${town}, null::text as month, jsonb_build_array(${cells}) as cells from (
      select left(r.area_code, 9) as town, ${columns} from source r) x group by grouping sets (${sql.join(sets)})`
  if (cuts.months) sets.push(sql`(month)`)
  const month = cuts.months ? sql`month` : sql`null::text as month`
  return sql`select ${part}::int as part, ${town}, ${month}, jsonb_build_array(${cells}) as cells from (
    select left(r.area_code, 9) as town, left(${day}::text, 7) as month, ${columns} from source r
    where ${day} between ${search.from}::date and ${search.to}::date) x group by grouping sets (${sql.join(sets)})`
}

const v = (n: number) => sql.ref(`v${n}`)

const countedSql = ({ aggregate }: Figure, n: number) =>
  aggregate === 'subjects' ? sql`count(distinct subject) filter (where ${v(n)} is not null)` : sql`count(${v(n)})`

function valueSql({ aggregate }: Figure, n: number): RawBuilder<unknown> {
  switch (aggregate) {
    case 'count':
      return sql`count(${v(n)})`
    case 'sum':
      return sql`coalesce(sum(${v(n)}::float8), 0)`
    case 'median':
      return sql`percentile_cont(0.5) within group (order by ${v(n)}::float8)`
    case 'p90':
      return sql`percentile_cont(0.9) within group (order by ${v(n)}::float8)`
    case 'share':
      return sql`avg(${v(n)}::float8)`
    case 'subjects':
      return sql`1 - count(distinct subject) filter (where ${v(n)} = 0)::float8
        / nullif(count(distinct subject) filter (where ${v(n)} is not null), 0)`
  }
}

/** The days on which a stock is counted: the end of the period (null) and of each month, none later than today. */
function bucketsOf(search: RowSearch, cuts: Cuts) {
  const upTo = (day: string) => firstOf(day, search.today)
  const months = cuts.months ? monthsOf(search).filter(({ from }) => from <= search.today) : []
  return {
    months: [null, ...months.map(({ month }) => month)],
    lasts: [upTo(search.to), ...months.map(({ to }) => upTo(to))],
  }
}

const firstOf = (a: string, b: string): string => [a, b].toSorted()[0] ?? a

export interface FoundRow {
  readonly ref: string
  readonly label: string
  readonly town: string
  readonly day: string | null
  readonly value: number
}

/** The rows behind a figure, newest first: exactly those that it counts. */
export async function listRows(
  tx: Tx,
  { group, figure }: { readonly group: FigureGroup; readonly figure: Figure },
  search: RowSearch,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly FoundRow[]; readonly total: number }> {
  if (group.waitsFor !== undefined && !(await viewExists(tx, group.waitsFor.view))) return { items: [], total: 0 }
  const last = firstOf(search.to, search.today)
  const day =
    figure.period === 'span'
      ? (figure.day ?? sql`null::date`)
      : figure.period === 'standing'
        ? sql`r.since`
        : sql`null::date`
  const counts =
    figure.period === 'span'
      ? sql`${day} between ${search.from}::date and ${search.to}::date`
      : figure.period === 'standing'
        ? sql`r.since <= ${last}::date and (r.until is null or r.until > ${last}::date)`
        : sql`true`
  const { rows } = await sql<FoundRow & { total: number }>`
    with source as (${group.rows(search)})
    select ref, coalesce(label, '') as label, left(area_code, 9) as town, day::text as day, value::float8 as value, count(*) over () as total
    from (select r.ref, r.label::text as label, r.area_code, ${day} as day, ${figure.value(search)} as value from source r where ${counts}) x
    where value is not null order by day desc nulls last, ref desc limit ${limit} offset ${offset}`.execute(tx)
  return { items: rows, total: rows[0]?.total ?? 0 }
}
