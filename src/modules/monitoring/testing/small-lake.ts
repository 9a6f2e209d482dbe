import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPolicy } from '#platform/policy'
import { type Engine, openEngine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { lakeTableNames } from '../lake/tables.ts'
import { indicators } from '../rules/indicators/all.ts'
import { monitoringPolicyOf } from '../rules/policy.ts'
import { gatherFacts } from '../watch/facts.ts'
import { findHits } from '../watch/judge.ts'

export const asOf = Temporal.PlainDate.from('2026-11-23')
export const policy = monitoringPolicyOf(loadPolicy(join(import.meta.dirname, '../../../../policy'), asOf))

type Row = Readonly<Record<string, string | number | null>>

/** A lake in memory, filled by hand: what a test says is in it, and nothing else. */
export interface SmallLake {
  readonly engine: Engine
  add(table: string, ...rows: Row[]): Promise<void>
  /** `M01 440785100001 0.80` for each hit of the code. */
  hits(code: string): Promise<{ readonly licenceNo: string; readonly strength: number; readonly say: string }[]>
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openSmallLake(): Promise<SmallLake> {
  const engine = await openEngine({ memory: '256MB' })
  const folder = await mkdtemp(join(tmpdir(), 'small-lake-'))
  await openLake(engine, folder, folder)
  await rm(folder, { recursive: true })
  return {
    engine,
    add: async (table, ...rows) => {
      for (const row of rows) {
        const names = Object.keys(row)
        await engine.run(
          `insert into ${table} (${names.join(', ')}) values (${names.map(name => `$${name}`).join(', ')})`,
          row,
        )
      }
    },
    hits: async code => {
      await gatherFacts(engine, asOf, policy.thresholds)
      // The others would be two thirds of the time of these tests.
      const asked = indicators.filter(indicator => indicator.code === code)
      await findHits(engine, policy.thresholds, asked)
      const rows = await engine.rows<{ licenceNo: string; strength: number; evidence: string }>(
        `select licence_no as "licenceNo", strength, evidence from hit where code = '${code}' order by 1`,
      )
      return rows.map(({ evidence, ...row }) => ({ ...row, say: (JSON.parse(evidence) as { say: string }).say }))
    },
    clear: async () => {
      for (const table of lakeTableNames) await engine.run(`delete from ${table}`)
    },
    close: () => engine.close(),
  }
}

/** Noon in China, so many days before the day of the report. */
export const daysAgo = (days: number, hour = 12): string =>
  `${asOf.subtract({ days })}T${String(hour).padStart(2, '0')}:00:00+08:00`
export const shopNo = (n: number): string => `4407851${String(n).padStart(5, '0')}`
