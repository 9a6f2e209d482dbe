import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCartonCode } from '#kernel/carton-code'
import { readSources } from '../../test/architecture/sources.ts'
import { makeCounty } from '../county.ts'
import { dayOfIso, noOrders, orderSeason } from './days.ts'
import { planMarket } from './plan.ts'
import { type MarketReport, writeMarket } from './write.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const made = makeCounty({ seed: 1, retailers: 500, today })
let home: string
let report: MarketReport
let ask: (sql: string) => Promise<Record<string, unknown>[]>

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yzt-market-'))
  report = await writeMarket(join(home, 'a'), made, { seed: 1, days: 40 })
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  await connection.run("set TimeZone = 'Asia/Shanghai'")
  ask = async sql => (await connection.runAndReadAll(sql.replaceAll('@', join(home, 'a')))).getRowObjectsJson()
}, 60_000)
afterAll(() => rm(home, { recursive: true }))

async function digests(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).toSorted()
  return Promise.all(
    names.map(
      async name =>
        `${name} ${createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')}`,
    ),
  )
}

describe('the market of the synthetic county', () => {
  test('the same seed gives the same bytes and the same truth, another seed others', async () => {
    const again = await writeMarket(join(home, 'b'), made, { seed: 1, days: 40 })
    expect(await digests(join(home, 'b'))).toEqual(await digests(join(home, 'a')))
    expect(again).toEqual(report)
    await writeMarket(join(home, 'c'), made, { seed: 2, days: 3 })
    expect((await digests(join(home, 'c'))).filter(one => one.startsWith('skus'))).not.toEqual(
      (await digests(join(home, 'a'))).filter(one => one.startsWith('skus')),
    )
  }, 60_000)

  test('the last days are the same however many days are written', async () => {
    await writeMarket(join(home, 'd'), made, { seed: 1, days: 10 })
    const lines = (folder: string) =>
      ask(`select count(*) n, sum(cartons) c, sum(hash(order_id, sku_code, cartons)) h
        from '${join(home, folder)}/order_lines-*.parquet' where ordered_at >= timestamptz '2026-11-14 00:00:00+08'`)
    expect(await lines('d')).toEqual(await lines('a'))
  }, 60_000)

  test('every file has the columns of formats/ and is marked 模拟', async () => {
    const columns = async (file: string) =>
      (await ask(`describe select * from '@/${file}'`)).map(row => row['column_name']).join()
    expect(await columns('order_lines-*.parquet')).toBe(
      'order_id,ordered_at,licence_no,sku_code,cartons,device_hash,delivery_point',
    )
    expect(await columns('scans-*.parquet')).toBe('scanned_at,licence_no,sku_code,packs')
    expect(await columns('waybills-*.parquet')).toBe(
      'waybill_no,carrier,shipped_at,sender_name,sender_phone_hash,sender_area,receiver_name,receiver_phone_hash,receiver_area,pieces,weight_g,declared_goods',
    )
    expect(await columns('vehicle_passes-*.parquet')).toBe('plate_hash,checkpoint_id,passed_at,direction,vehicle_kind')
    expect(await columns('vessel_positions-*.parquet')).toBe('mmsi,at,lng,lat,sog_kn,cog_deg')
    const head = async (file: string) => (await rowsOf(file))[0]?.join()
    expect(await head('skus.csv')).toBe(
      'sku_code,name,brand,price_class,wholesale_fen,retail_fen,supply,origin_province',
    )
    expect(await head('carton_finds.csv')).toBe('found_at,area_code,lng,lat,crs,code32,sku_code,context,case_no')
    expect(await readFile(join(home, 'a', 'README.md'), 'utf8')).toContain('模拟数据')
    for (const [file, column] of [
      ['skus.csv', 1],
      ['checkpoints.csv', 1],
      ['clues.csv', 3],
    ] as const)
      for (const row of (await rowsOf(file)).slice(1)) expect(row[column], file).toContain('模拟')
  })

  test('lines name shops and products that are there, in whole cartons, before today', async () => {
    const [bad] = await ask(`select count(*) n from '@/order_lines-*.parquet' where cartons < 1
      or ordered_at >= timestamptz '2026-11-23 00:00:00+08' or not regexp_full_match(licence_no, '440785[12][0-9]{5}')`)
    expect(bad?.['n']).toBe('0')
    const [twice] = await ask(`select count(*) - count(distinct (order_id, sku_code)) n from '@/order_lines-*.parquet'`)
    expect(twice?.['n']).toBe('0')
    const [strange] = await ask(`select count(*) n from '@/scans-*.parquet' where packs < 1`)
    expect(strange?.['n']).toBe('0')
    for (const row of (await rowsOf('carton_finds.csv')).slice(1)) {
      const code = parseCartonCode(row[5] ?? '', today)
      expect(code.ok, row[5]).toBe(true)
    }
  })

  test('large shops order more than small ones, shops in town dearer goods than shops in villages', async () => {
    const grade = new Map(made.retailers.map(line => [line.licenceNo, line]))
    const rows = await ask(`select licence_no, sum(cartons)::int c, sum(cartons) filter (price_class <= 2)::int dear
      from '@/order_lines-*.parquet' join '@/skus.csv' using (sku_code) group by 1`)
    const mean = (keep: (licence: string) => boolean, value: (row: Record<string, unknown>) => number) => {
      const kept = rows.filter(row => keep(String(row['licence_no']))).map(value)
      return kept.reduce((sum, one) => sum + one, 0) / kept.length
    }
    const cartons = (row: Record<string, unknown>) => Number(row['c'])
    const dear = (row: Record<string, unknown>) => Number(row['dear']) / Number(row['c'])
    expect(mean(no => (grade.get(no)?.grade ?? 0) > 24, cartons)).toBeGreaterThan(
      4 * mean(no => (grade.get(no)?.grade ?? 0) < 8, cartons),
    )
    expect(mean(no => grade.get(no)?.marketType === 'urban', dear)).toBeGreaterThan(
      1.3 * mean(no => grade.get(no)?.marketType === 'rural', dear),
    )
  })

  test('stores are filled before the Spring Festival, and nobody orders on it', () => {
    expect(orderSeason(dayOfIso('2026-02-06'))).toBeGreaterThan(1.6)
    expect(orderSeason(dayOfIso('2026-03-02'))).toBeLessThan(1)
    expect(orderSeason(dayOfIso('2026-06-10'))).toBe(1)
    expect([
      noOrders(dayOfIso('2026-02-18')),
      noOrders(dayOfIso('2026-10-02')),
      noOrders(dayOfIso('2026-06-10')),
    ]).toEqual([true, true, false])
  })
})

describe('what is planted', () => {
  test('is about four in a hundred shops, in all kinds and strengths, beside honest oddities', () => {
    const whole = planMarket(makeCounty({ seed: 1, today }), 1, { days: 1 })
    expect(whole.planted.length / whole.shops.length).toBeGreaterThan(0.03)
    expect(whole.planted.length / whole.shops.length).toBeLessThan(0.05)
    const { shops, rings, convoys, landings, oddities } = report.truth
    expect(new Set(shops.map(({ kind }) => kind))).toEqual(new Set(['diverter', 'illegalSeller', 'ring']))
    expect(new Set(shops.map(({ strength }) => strength))).toEqual(new Set([1, 2, 3]))
    expect([rings.length, convoys.length]).toEqual([7, 5])
    expect(landings.length).toBeGreaterThan(25)
    expect(new Set(oddities.map(({ kind }) => kind))).toEqual(
      new Set(['wedding', 'renovation', 'factory', 'closedRoad', 'sisterShop']),
    )
  })

  test('is found by half of the visits at most, and honest shops are blamed too', async () => {
    const planted = new Map(report.truth.shops.map(shop => [shop.licenceNo, shop]))
    const visits = (await rowsOf('inspections.csv')).slice(1)
    const share = (keep: (row: string[]) => boolean) => {
      const kept = visits.filter(keep)
      return kept.filter(row => row[4] === 'filed' || row[4] === 'rectify').length / kept.length
    }
    const guilty = (row: string[]) => {
      const shop = planted.get(row[2] ?? '')
      const day = row[1]?.slice(0, 10) ?? ''
      return shop !== undefined && day >= shop.from && day <= shop.to
    }
    expect(share(guilty)).toBeGreaterThan(0.2)
    expect(share(guilty)).toBeLessThan(0.6)
    expect(share(row => !guilty(row))).toBeGreaterThan(0.03)
    expect(share(row => !guilty(row))).toBeLessThan(0.1)
    const random = visits.filter(row => row[3] === 'random').length / visits.length
    expect(random).toBeGreaterThan(0.1)
    expect(random).toBeLessThan(0.18)
  })

  test('is named by no file of the folder, and no source but the command that writes it knows the truth', async () => {
    const words = /diverter|illegalSeller|planted|truth|埋设/u
    for (const name of await readdir(join(home, 'a')))
      expect(words.test(await readFile(join(home, 'a', name), 'latin1')), name).toBe(false)
    const knowing = readSources(['src/**/*.ts', 'agent/**/*.ts', 'web/**/*.{ts,tsx}'])
      .filter(({ text }) => /truth\.json|market\/(truth|plot|planted-shops)/u.test(text))
      .map(({ path }) => path)
    expect(knowing).toEqual(['src/app/commands/town.ts'])
  })
})

const rowsOf = async (file: string): Promise<string[][]> =>
  parse(await readFile(join(home, 'a', file), 'utf8'), { bom: true })
