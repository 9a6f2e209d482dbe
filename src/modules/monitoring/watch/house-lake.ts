import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#platform/database'
import { type Engine, openEngine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { listShops } from '../queries/alerts.ts'

/** Lends the lake of the house, opened, with the shops of the register: a list in the lake is only for houses without one. */
export async function withHouseLake<T>(
  { database, lake, memory }: { readonly database: Database; readonly lake: string; readonly memory: string },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const shops = await database.within({ areas: 'all' }, listShops)
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
    return await work(engine)
  } finally {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}
