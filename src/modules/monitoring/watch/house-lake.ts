import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#platform/database'
import { type Engine, openEngine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { settleVisits } from '../lake/settle-visits.ts'
import { listShops } from '../queries/alerts.ts'
import { type HouseFinding, listFindings } from '../queries/findings.ts'

/** Lends the lake of the house, opened, with the shops of the register (a list in the lake is only for houses without one) and what the house's own visits found. */
export async function withHouseLake<T>(
  { database, lake, memory }: { readonly database: Database; readonly lake: string; readonly memory: string },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const shops = await database.within({ areas: 'all' }, listShops)
  const findings = await database.within({ areas: 'all' }, listFindings)
  const engine = await openEngine({ memory })
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-watch-'))
  try {
    const opened = await openLake(engine, lake, scratch)
    if (!opened.ok) throw new Error(`the lake cannot be opened: ${opened.refusal} ${JSON.stringify(opened.details)}`)
    if (shops.length > 0) {
      await engine.run('delete from retailers')
      await engine.run(
        `insert into retailers (licence_no, area_code, status, lng, lat, business_format, market_type, grade, licensed_on, valid_to)
         select unnest(from_json($shops, '[{"no":"VARCHAR","area":"VARCHAR","status":"VARCHAR","lng":"DOUBLE","lat":"DOUBLE","format":"VARCHAR","market":"VARCHAR","grade":"BIGINT","since":"DATE","until":"DATE"}]'), recursive := true)`,
        { shops: JSON.stringify(shops) },
      )
    }
    if (findings.length > 0) await addFindings(engine, findings)
    return await work(engine)
  } finally {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** `inspections` of the lake and of the house together, each visit once: findings from before they flowed into the lake stand in the register alone. */
async function addFindings(engine: Engine, findings: readonly HouseFinding[]): Promise<void> {
  await engine.run(
    `create or replace table house_visit as
     select unnest(from_json($findings, '[{"id":"VARCHAR","on":"VARCHAR","shop":"VARCHAR","kind":"VARCHAR","result":"VARCHAR"}]'), recursive := true)`,
    { findings: JSON.stringify(findings) },
  )
  await engine.run(`create or replace table all_visits as select * from inspections union all by name
    select id as inspection_id, ("on" || ' 12:00:00+08')::timestamptz as inspected_at, shop as licence_no, kind, result from house_visit`)
  const [known] = await engine.rows<{ type: string }>(
    `select table_type as type from information_schema.tables where table_name = 'inspections'`,
  )
  await engine.run(`drop ${known?.type === 'VIEW' ? 'view' : 'table'} inspections`)
  await engine.run('alter table all_visits rename to inspections')
  await settleVisits(engine)
}
