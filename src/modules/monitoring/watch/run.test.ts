import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEngine } from '../lake/engine.ts'
import { asOf, daysAgo, policy, shopNo } from '../testing/small-lake.ts'
import { runWatch } from './run.ts'

it('a folder of files in, scores and alerts out; again gives the same bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'watch-test-'))
  const engine = await openEngine({ memory: '256MB' })
  try {
    const shops = [1, 2, 3].map(n => `${shopNo(n)},店${n},440785001,valid,2020-01-01,2028-01-01`)
    await writeFile(
      join(folder, 'retailers.csv'),
      `licence_no,shop_name,area_code,status,licensed_on,valid_to\n${shops.join('\n')}\n`,
    )
    const line = (n: number, days: number, cartons: number | string) =>
      `${n}-${days},${daysAgo(days)},${shopNo(n)},S1,${cartons}`
    const lines = [line(1, 1, 60), line(1, 8, 20), line(1, 15, 20), line(1, 22, 20), line(2, 1, 20), line(3, 1, 'x')]
    await writeFile(
      join(folder, 'order_lines.csv'),
      `order_id,ordered_at,licence_no,sku_code,cartons\n${lines.join('\n')}\n`,
    )
    const run = (out: string) => runWatch(engine, { lake: folder, asOf, out: join(folder, out), policy })
    expect(await run('a')).toMatchObject({
      ok: true,
      value: { shops: 3, rejected: [{ file: 'order_lines.csv', lines: 1 }] },
    })
    const read = (file: string) => readFile(join(folder, file), 'utf8')
    const [head, first, , last] = (await read('a/retailer_scores.csv')).trim().split('\n')
    expect(head).toBe('licence_no,score,rank,reasons')
    expect(first).toMatch(new RegExp(`^${shopNo(1)},0\\.\\d+,1,[MN]\\d\\d;`))
    expect(last?.split(',')[2]).toBe('3')
    const alerts = await read('a/alerts.csv')
    expect(alerts).toContain('alert_id,kind,subject_kind,subject,area_code,raised_at,score,reasons,evidence')
    expect(alerts).toContain(`,retailer,${shopNo(1)},440785001,2026-11-23T23:59:59+08:00,`)
    expect(alerts).toContain('前三次平均 20.0 条，是 300%。')
    expect(await read('a/order_lines.csv.rejected.csv')).toContain('7,cartons,x,')
    await run('b')
    expect(await read('b/alerts.csv')).toBe(alerts)
    expect(await runWatch(engine, { lake: join(folder, 'no'), asOf, out: join(folder, 'c'), policy })).toMatchObject({
      refusal: 'lakeFolderMissing',
    })
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
})
