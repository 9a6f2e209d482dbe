import type { Engine } from '../lake/engine.ts'
import { type LakeTableName, lakeTableNames, tableOf } from '../lake/tables.ts'

export type Row = Readonly<Record<string, string | number | null>>

const literal = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? 'null' : `'${String(value).replaceAll("'", "''")}'`

/** All tables of the lake, empty but for these rows. */
export async function layTables(engine: Engine, rows: Partial<Readonly<Record<LakeTableName, readonly Row[]>>>) {
  for (const name of lakeTableNames) {
    const { columns } = tableOf(name)
    await engine.run(`create or replace table ${name} (${columns.map(c => `"${c.name}" ${c.kind.type}`).join(', ')})`)
    const given = rows[name] ?? []
    const values = given.map(row => `(${columns.map(c => literal(row[c.name])).join(', ')})`)
    for (let at = 0; at < values.length; at += 500)
      await engine.run(`insert into ${name} values ${values.slice(at, at + 500).join(', ')}`)
  }
}

/** 2026-03-`day` at an hour of China. */
export const at = (day: number, hour: number, minute = 0): string => {
  const moment = Temporal.PlainDateTime.from('2026-03-01T00:00').add({ days: day - 1, hours: hour, minutes: minute })
  return `${moment.toString().slice(0, 16)}:00+08:00`
}
