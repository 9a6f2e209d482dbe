import type { Reject } from '#platform/csv'
import { type Engine, quoted } from './engine.ts'
import { type LakeTableName, tableOf } from './tables.ts'

/** A relation of texts with a column `line`, as it came from a file. */
export interface Arrived {
  readonly table: LakeTableName
  readonly relation: string
  /** Which columns the file has. */
  readonly present: ReadonlySet<string>
}

const blank = (name: string): string => `nullif(trim("${name}"), '')`

/** The first fault of each line, as SQL: `{column, value, reason}` or null. */
function faultOf({ table, present }: Arrived): string {
  const faults = tableOf(table)
    .columns.filter(({ name }) => present.has(name))
    .flatMap(({ name, required, kind }) => {
      const fault = (reason: string) =>
        `struct_pack("column" := '${name}', "value" := coalesce("${name}", ''), reason := '${reason.replaceAll("'", "''")}')`
      const cell = kind.holds.replaceAll(/\bx\b/g, blank(name))
      return [
        ...(required ? [`when ${blank(name)} is null then ${fault('不能为空')}`] : []),
        `when ${blank(name)} is not null and not (${cell}) then ${fault(kind.zh)}`,
      ]
    })
  return `case ${faults.join(' ')} else null end`
}

/** Lines that cannot be taken, each with its line number, column, value and reason. */
export async function rejectsOf(engine: Engine, arrived: Arrived): Promise<Reject[]> {
  const rows = await engine.rows<{ line: string; column: string; value: string; reason: string }>(
    `select line, fault."column" as "column", fault."value" as "value", fault.reason as reason
     from (select line, ${faultOf(arrived)} as fault from ${arrived.relation}) where fault is not null order by line`,
  )
  return rows.map(({ line, ...row }) => ({ line: Number(line), ...row }))
}

/** Where a part goes, and when it was taken in (of two lines of one key the later taken counts). */
export interface PartPlace {
  readonly folder: string
  readonly part: number
  readonly takenAt: string
}

/** Writes the good lines as one more part of a batch folder, cut into months; returns how many they are. */
export async function writePart(engine: Engine, arrived: Arrived, to: PartPlace): Promise<number> {
  const { columns, time } = tableOf(arrived.table)
  const values = columns.map(({ name, kind }) =>
    arrived.present.has(name)
      ? `case when ${blank(name)} is null then null else ${kind.value.replaceAll(/\bx\b/g, blank(name))} end::${kind.type} as "${name}"`
      : `null::${kind.type} as "${name}"`,
  )
  const month = time === undefined ? "'all'" : `strftime("${time}", '%Y-%m')`
  const good = `select ${values.join(', ')} from (select *, ${faultOf(arrived)} as fault from ${arrived.relation}) where fault is null`
  await engine.run(`create or replace temp table part as ${good}`)
  const [count] = await engine.rows<{ n: string }>(`select count(*) as n from part`)
  const lines = Number(count?.n ?? 0)
  if (lines > 0)
    await engine.run(`copy (select *, timestamptz ${quoted(to.takenAt)} as taken_at, ${month} as month from part ${time === undefined ? '' : `order by "${time}"`})
      to ${quoted(to.folder)} (format parquet, partition_by (month), overwrite_or_ignore,
      filename_pattern 'part-${to.part}-{i}', compression zstd)`)
  await engine.run('drop table if exists part')
  return lines
}
