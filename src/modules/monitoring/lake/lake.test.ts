import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from './engine.ts'
import { importLakeFile, importLakeText } from './import.ts'
import { openLake } from './open.ts'

let engine: Engine
let home: string
const takenAt = '2026-11-26T00:00:00Z'
beforeEach(async () => {
  engine = await openEngine({ memory: '256MB' })
  home = await mkdtemp(join(tmpdir(), 'lake-test-'))
})
afterEach(async () => {
  await engine.close()
  await rm(home, { recursive: true, force: true })
})

const head = 'order_id,ordered_at,licence_no,sku_code,cartons,device_hash,delivery_point\n'
const line = (id: string, cartons: string | number = 5, licence = '440785100001') =>
  `${id},2026-03-02T09:00:00+08:00,${licence},S1,${cartons},d1,\n`
const put = async (name: string, content: string | Uint8Array) => {
  const path = join(home, name)
  await writeFile(path, content)
  return path
}
const take = async (name: string, content: string | Uint8Array) =>
  importLakeFile({ folder: join(home, 'lake'), engine }, await put(name, content), takenAt)
const asked = async (sql: string, folder = join(home, 'lake')) => {
  const opened = await openLake(engine, folder, join(home, 'scratch'))
  if (!opened.ok) throw new Error(opened.refusal)
  return engine.rows<Record<string, unknown>>(sql)
}

describe('the lake', () => {
  it('takes the good lines, keeps the bad ones with line, column, value and reason', async () => {
    const report = await take(
      'order_lines.csv',
      head + line('A') + line('B', 'x') + line('C', 2, '44078') + line('D', 0) + line('E'),
    )
    expect(report).toMatchObject({ ok: true, value: { table: 'order_lines', lines: 2, already: false } })
    const rejected = await readFile(join(home, 'order_lines.csv.rejected.csv'), 'utf8')
    expect(rejected.replaceAll('\r', '').trim().split('\n').slice(1)).toEqual([
      '3,cartons,x,应当是不小于 1 的整数',
      '4,licence_no,44078,许可证号应当是 12 位数字',
      '5,cartons,0,应当是不小于 1 的整数',
    ])
    expect(await asked('select order_id, cartons, delivery_point from order_lines order by 1')).toEqual([
      { order_id: 'A', cartons: '5', delivery_point: null },
      { order_id: 'E', cartons: '5', delivery_point: null },
    ])
  })

  it('is not changed by the same content a second time, under whatever name', async () => {
    await take('order_lines.csv', head + line('A'))
    expect(await take('order_lines-2.csv', head + line('A'))).toMatchObject({ value: { already: true, lines: 0 } })
    expect(await asked('select count(*) as n from order_lines')).toEqual([{ n: '1' }])
    expect(await readdir(join(home, 'lake', '.aside'))).toEqual([])
  })

  it.each([
    ['order_lines.csv', 'order_id,ordered_at\nA,2026-03-02', 'csvColumnMissing'],
    ['order_lines.csv', head + line('A', 'x'), 'csvAllRowsBad'],
    ['people.csv', 'a\n1\n', 'lakeFileUnknown'],
    ['order_lines.csv', `${head}"A,2026`, 'csvMalformed'],
    ['order_lines.parquet', 'no parquet', 'lakeFileBroken'],
  ])('refuses %s whole: %#', async (name, content, refusal) => {
    expect(await take(name, content)).toMatchObject({ ok: false, refusal })
    expect(await readdir(join(home, 'lake', 'order_lines')).catch(() => [])).toEqual([])
  })

  it('reads GB18030, a BOM, and a time only with its zone', async () => {
    const waybills =
      'waybill_no,carrier,shipped_at,sender_phone_hash,sender_area,receiver_phone_hash,receiver_area,pieces,weight_g\n'
    const rest = 'h1,恩平,h2,江门,1,900\n'
    const text = `${waybills}W1,顺丰,2026-03-02T09:00:00Z,${rest}W2,顺丰,2026-03-02T09:00:00,${rest}`
    expect(await take('waybills.csv', iconv.encode(text, 'gb18030'))).toMatchObject({ value: { lines: 1 } })
    expect(await asked('select waybill_no, carrier, sender_area from waybills')).toEqual([
      { waybill_no: 'W1', carrier: '顺丰', sender_area: '恩平' },
    ])
  })

  it('takes Parquet of other types, names its bad rows, and cuts the months', async () => {
    const path = join(home, 'order_lines-x.parquet')
    await engine.run(`copy (select 'O' || i as order_id, timestamp '2026-01-31 23:30:00' + to_days(i::int) as ordered_at,
      '44078510000' || i as licence_no, 'S1' as sku_code, (i - 1)::int as cartons from range(4) t(i)) to '${path}' (format parquet)`)
    const report = await importLakeFile({ folder: join(home, 'lake'), engine }, path, takenAt)
    expect(report).toMatchObject({
      value: {
        lines: 2,
        rejects: [
          { line: 2, column: 'cartons', value: '-1' },
          { line: 3, column: 'cartons', value: '0' },
        ],
      },
    })
    const [batch = ''] = await readdir(join(home, 'lake', 'order_lines'))
    expect(await readdir(join(home, 'lake', 'order_lines', batch))).toEqual(['month=2026-02'])
    expect(await asked('select min(ordered_at)::varchar as t from order_lines')).toEqual([
      { t: '2026-02-02 23:30:00+08' },
    ])
  })

  it('takes cases with a day for a time and many numbers, and leaves the persons out', async () => {
    const head = 'case_no,filed_at,case_type,persons,phones,waybills\n'
    await take('cases.csv', `${head}A1,2026-03-02,无证运输,张三,h1;h2,${'W1;'.repeat(900)}\nA2,2026-03-02 09:00,x,,,\n`)
    const [row] = await asked('select * replace (filed_at::varchar as filed_at) from cases')
    expect(row).toMatchObject({ case_no: 'A1', filed_at: '2026-03-02 00:00:00+08', phones: 'h1;h2' })
    expect(Object.keys(row ?? {})).not.toContain('persons')
  })

  it('of two lists the later taken line of a key counts, and places become WGS-84', async () => {
    const shops = 'licence_no,area_code,status,lng,lat,crs\n'
    await take('retailers.csv', `${shops}440785100001,440785001,valid,112.3137,22.1832,GCJ02\n`)
    const lake = { folder: join(home, 'lake'), engine }
    const later = {
      table: 'retailers',
      csv: `${shops}440785100001,440785001,suspended,112.3137,22.1832,GCJ02\n`,
    } as const
    await importLakeText(lake, { ...later, takenAt: '2026-11-27T00:00:00Z' })
    const [row] = await asked('select status, lng, lat from retailers')
    expect(row?.['status']).toBe('suspended')
    expect(Number(row?.['lng'])).toBeCloseTo(112.3086, 2)
    expect(row?.['lng']).not.toBe(112.3137)
  })

  it('feeds keep their rejects in the lake, and a foreign folder of CSV and Parquet is read where it lies', async () => {
    const lake = { folder: join(home, 'lake'), engine }
    await importLakeText(lake, { table: 'order_lines', csv: head + line('A') + line('B', 'x'), takenAt })
    expect(await readdir(join(home, 'lake', 'rejected'))).toHaveLength(1)
    const folder = await mkdtemp(join(home, 'foreign-'))
    await writeFile(join(folder, 'order_lines.csv'), head + line('A') + line('B', 'x'))
    await engine.run(`copy (select timestamptz '2026-03-02 08:00:00+08' as scanned_at, '440785100001' as licence_no, 'S1' as sku_code,
      7 as packs) to '${join(folder, 'scans.parquet')}' (format parquet)`)
    expect(
      await asked('select (select count(*) from order_lines) as o, (select sum(packs) from scans) as s', folder),
    ).toEqual([{ o: '1', s: '7' }])
  })
})
