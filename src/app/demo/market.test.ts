import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importLakeFile, openEngine } from '#modules/monitoring'
import { makeCounty } from '../../../town/county.ts'
import { writeMarket } from '../../../town/market/write.ts'
import { writeTown } from '../../../town/write.ts'
import { notForLake, startDemoMarket } from './market.ts'

const today = Temporal.PlainDate.from('2026-11-23')
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yzt-demo-market-'))
})
afterAll(() => rm(home, { recursive: true }))

describe('the market of a demonstration', () => {
  test('passes the ordinary import without one rejected line, and a second time changes nothing', async () => {
    const folder = join(home, 'files')
    const options = { seed: 5, retailers: 200, today }
    const { counts } = await writeMarket(folder, makeCounty(options), { seed: 5, days: 12, orderDays: 40 })
    await writeTown(folder, options)
    const engine = await openEngine({ memory: '256MB', threads: 1 })
    const lake = { folder: join(home, 'lake'), engine }
    const lines: Record<string, number> = {}
    const files = (await readdir(folder)).filter(name => !notForLake.test(name) && !name.endsWith('.md'))
    for (const name of files) {
      const first = await importLakeFile(lake, join(folder, name), '2026-11-23T00:00:00Z')
      if (!first.ok) throw new Error(`${name}: ${first.refusal}`)
      expect(first.value.rejects, name).toEqual([])
      lines[first.value.table] = (lines[first.value.table] ?? 0) + first.value.lines
      const again = await importLakeFile(lake, join(folder, name), '2026-11-23T00:00:00Z')
      expect(again.ok && again.value.already, name).toBe(true)
    }
    await engine.close()
    expect(lines).toMatchObject(counts)
    // Orders reach further back than the rest.
    const months = (table: string) => files.filter(name => name.startsWith(table)).length
    expect([months('order_lines'), months('scans')]).toEqual([2, 1])
  }, 60_000)

  test('is not begun where no county was made by this version, nor where it stands already', async () => {
    const data = join(home, 'data')
    await mkdir(join(data, 'town'), { recursive: true })
    const heard: string[] = []
    await startDemoMarket({ dataFolder: data }, line => heard.push(line)).stop()
    await writeFile(join(data, 'town', 'first-day.txt'), '2026-11-23\n')
    await writeFile(join(data, 'town', 'market-done.txt'), '2026-11-23\n')
    await startDemoMarket({ dataFolder: data }, line => heard.push(line)).stop()
    expect([heard, existsSync(join(data, 'lake'))]).toEqual([[], false])
  })

  test('gives way when the house stops, and begins again at the next start', async () => {
    const data = join(home, 'stopped')
    await mkdir(join(data, 'town'), { recursive: true })
    await writeFile(join(data, 'town', 'first-day.txt'), '2026-11-23\n')
    const heard: string[] = []
    await startDemoMarket({ dataFolder: data }, line => heard.push(line)).stop()
    expect([heard, existsSync(join(data, 'town', 'market-done.txt'))]).toEqual([[], false])
  })
})
