import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '#kernel/position'
import type { Scope, Tx } from '#platform/database'
import { type Keyring, openKeyring } from '#platform/keyring'
import { createTestDatabase, type TestDatabase } from '../../../test/database/harness.ts'
import {
  findRetailer,
  listByOperator,
  nearestGates,
  noteLicence,
  noteLicences,
  othersAtAddress,
  othersOfOperator,
  renewalFacts,
  setPhone,
} from './index.ts'
import * as queries from './queries.ts'
import {
  areas,
  person,
  retailers,
  type ShopLine,
  schools,
  takeAreas,
  takeRetailers,
  takeSchools,
  takeServicePoints,
} from './testing/small-county.ts'

let home: TestDatabase
let keyring: Keyring
let keys: string
beforeAll(async () => {
  keys = await mkdtemp(join(tmpdir(), 'yzt-keys-'))
  keyring = await openKeyring(join(keys, 'k'), { create: true })
  home = await createTestDatabase()
  await all(async tx => {
    await takeAreas(tx)
    await takeSchools(tx)
    await takeServicePoints(tx)
    await takeRetailers(tx, retailers(...shops), keyring)
  })
})
afterAll(async () => {
  await home.drop()
  await rm(keys, { recursive: true })
})

const within = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => home.database.within(scope, work)
const all = <T>(work: (tx: Tx) => Promise<T>) => within({ areas: 'all' }, work)
/** Undone at the end, so that no test sees another's changes. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  await all(async tx => {
    await work(tx)
    throw undo
  }).catch(error => {
    if (error !== undo) throw error
  })
}

const shops: readonly ShopLine[] = [
  { no: '440785100001', name: '梁记', phone: '13800138000', person: 1 },
  { no: '440785100002', name: '冯记100%好', person: 2, address: '恩平市沙湖镇南塘村１號', status: 'suspended' },
  {
    no: '440785100003',
    name: '吴记',
    person: 1,
    area: '440785001',
    address: '恩城街道中心路3号',
    place: [112.31, 22.185],
  },
  { no: '440785100004', name: '旧店', person: 1, address: '沙湖镇南塘村01号', status: 'cancelled' },
  { no: '440785100005', name: '无坐标店', person: 3, place: ['', ''], validTo: '2026-12-01' },
]
// 1, 2 and 4 are one door: width, 號 and the leading zero make no difference; 4 is no longer live.

describe('imports', () => {
  test('the same files again change nothing', async () => {
    await undone(async tx => {
      const again = [
        await takeAreas(tx),
        await takeSchools(tx),
        await takeServicePoints(tx),
        await takeRetailers(tx, retailers(...shops), keyring),
      ]
      expect(again.map(r => [r.inserted, r.updated, r.unchanged, r.rejected])).toEqual([
        [0, 0, 4, 0],
        [0, 0, 3, 0],
        [0, 0, 3, 0],
        [0, 0, 5, 0],
      ])
    })
  })

  test('a changed row is updated and the others stay', async () => {
    await undone(async tx => {
      const renamed = areas.map(row => (row[0] === '440785001' ? ['440785001', '恩城', ...row.slice(2)] : row))
      expect(await takeAreas(tx, renamed)).toMatchObject({ inserted: 0, updated: 1, unchanged: 3 })
      const kind = schools.map(row => (row[0] === 'S1' ? ['S1', '南塘学校', ...row.slice(2)] : row))
      expect(await takeSchools(tx, kind)).toMatchObject({ inserted: 0, updated: 2, unchanged: 1 })
      const moved = shops.map(shop => (shop.no.endsWith('3') ? { ...shop, area: '440785103', person: 3 } : shop))
      const extra = { no: '440785100006' }
      expect(await takeRetailers(tx, retailers(...moved, extra), keyring)).toMatchObject({
        inserted: 1,
        updated: 1,
        unchanged: 4,
      })
      expect(await findRetailer(tx, '440785100003')).toMatchObject({ areaCode: '440785103', townName: '沙湖镇' })
      expect((await listByOperator(tx, keyring.blindIndex('person', person(3)))).map(r => r.licenceNo)).toEqual([
        '440785100003',
        '440785100005',
      ])
    })
  })

  test('what happened here since the last file survives the same file, and a file that changes something else', async () => {
    await undone(async tx => {
      expect(await setPhone(tx, '440785100001', ' 139 0013 9000 ', keyring)).toEqual({
        ok: true,
        value: { phoneMasked: '*******9000' },
      })
      await noteLicence(tx, {
        licenceNo: '440785100001',
        state: 'valid',
        validFrom: '2027-02-01',
        validTo: '2032-01-31',
      })
      const here = { phoneMasked: '*******9000', validTo: '2032-01-31' }
      await takeRetailers(tx, retailers(...shops), keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject(here)
      const renamed = { no: '440785100001', name: '梁记二店', phone: '13800138000', person: 1 }
      await takeRetailers(tx, retailers(renamed), keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject({ ...here, shopName: '梁记二店' })
      await takeRetailers(tx, retailers({ ...renamed, phone: '13700137000' }), keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject({ phoneMasked: '*******7000' })
    })
  })

  test('rows that do not fit the register are named and the good ones stay', async () => {
    await undone(async tx => {
      const report = await takeRetailers(
        tx,
        retailers(
          { no: '440785100007' },
          { no: '440785100008', area: '440785199' },
          { no: '440784100009' },
          { no: '440785200010' },
          { no: '440785100011', validTo: '2021-01-01' },
          { no: '440785100012', phone: '12345' },
          { no: '440785100013', place: [22.3, 112.4] },
        ),
        keyring,
      )
      expect(report).toMatchObject({ inserted: 1, updated: 0, rejected: 6 })
      expect(report.rows.map(({ row }) => row.licenceNo)).toEqual(['440785100007'])
      const reasons = report.rejects.toSorted((a, b) => a.line - b.line)
      expect(reasons.map(({ line, column }) => [line, column])).toEqual([
        [3, 'area_code'],
        [4, 'licence_no'],
        [5, 'licence_no'],
        [6, 'valid_to'],
        [7, 'phone'],
        [8, 'lat'],
      ])
      expect(reasons[0]).toMatchObject({ value: '440785199', reason: '地区代码 440785199 不在行政区划表中。' })
    })
  })

  test('an area whose parent is nowhere stays out, and so do its children', async () => {
    await undone(async tx => {
      const report = await takeAreas(tx, [
        ['code', 'name', 'kind', 'parent_code'],
        ['440784100', '某镇', 'town', ''],
        ['440784100201', '某村', 'village', ''],
        ['440785104', '牛江镇', 'town', ''],
      ])
      expect(report).toMatchObject({ inserted: 1, rejected: 2 })
      expect(report.rejects.map(({ value }) => value)).toEqual(['440784', '440784100'])
    })
  })

  test('gates of one school that contradict each other, and two gates of one name, stay out', async () => {
    await undone(async tx => {
      const row = (...cells: (string | number)[]) => [...cells, 112.4, 22.3, 'WGS84', '440785103']
      const report = await takeSchools(tx, [
        schools[0] ?? [],
        row('S3', '甲', 'primary', '东门'),
        row('S3', '乙', 'primary', '西门'),
        row('S3', '甲', 'primary', '东门'),
        row('S4', '丙', 'university', '东门'),
      ])
      expect(report).toMatchObject({ inserted: 1, rejected: 3 })
      expect(report.rejects.find(reject => reject.line === 3)?.reason).toContain('与第 2 行是同一学校编号')
    })
  })

  test('other coordinate systems are stored as WGS-84', async () => {
    await undone(async tx => {
      await takeAreas(tx, [
        ['code', 'name', 'kind', 'lng', 'lat', 'crs'],
        ['440785103', '沙湖镇', 'town', 112.4451, 22.3422, 'GCJ02'],
      ])
      const town = (await queries.listAreas(tx)).find(area => area.code === '440785103')
      if (!town?.position) throw new Error('no position')
      expect(distanceMetres(town.position, { lng: 112.4451, lat: 22.3422 })).toBeGreaterThan(300)
    })
  })
})

describe('who sees what', () => {
  const numbers = async (scope: Scope) =>
    (await within(scope, tx => queries.listRetailers(tx, { page: 1, size: 50 }))).items.map(r => r.licenceNo.slice(-1))

  test('staff see their towns, a citizen sees his own shops, nobody else sees any', async () => {
    expect(await numbers({ areas: ['440785'] })).toEqual(['1', '2', '3', '4', '5'])
    expect(await numbers({ areas: ['440785001'] })).toEqual(['3'])
    expect(await numbers({ areas: [], person: keyring.blindIndex('person', person(1)) })).toEqual(['1', '3', '4'])
    expect(await numbers({ areas: [] })).toEqual([])
    expect(await numbers({ areas: ['440784'] })).toEqual([])
  })

  test('without a scope even the premises are invisible, and the published views obey the same rule', async () => {
    await home.database.db.transaction().execute(async tx => {
      for (const table of ['retailer', 'premises', 'published_retailer']) {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`registry.${table}`)}`.execute(
          tx,
        )
        expect(rows[0]?.n, table).toBe(0)
      }
    })
    await within({ areas: ['440785001'] }, async tx => {
      const { rows } = await sql<{ licenceNo: string }>`select * from registry.published_retailer`.execute(tx)
      expect(rows.map(row => row.licenceNo)).toEqual(['440785100003'])
      expect(Object.keys(rows[0] ?? {}).filter(key => /operator|phone|sealed|index/iu.test(key))).toEqual([])
    })
  })

  test('staff cannot write into another town', async () => {
    const write = within({ areas: ['440785001'] }, tx => takeRetailers(tx, retailers({ no: '440785100077' }), keyring))
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  test('row security is in force for the owner of the tables as well', async () => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relnamespace = 'registry'::regnamespace
        and relrowsecurity and relforcerowsecurity order by relname`.execute(home.database.db)
    expect(rows.map(row => row.relname)).toEqual(['premises', 'retailer'])
  })

  test('the app role can remove nothing', async () => {
    await expect(all(tx => sql`delete from registry.retailer`.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  test('no number or phone stands in the database in plain text', async () => {
    await all(async tx => {
      const { rows } = await sql<{ text: string }>`select r::text as text from registry.retailer r`.execute(tx)
      for (const { text } of rows) expect(text).not.toMatch(/13800138000|44078519700101/u)
    })
    const own = await all(tx => findRetailer(tx, '440785100001'))
    expect(keyring.openField(own?.phoneSealed ?? '')).toBe('13800138000')
  })
})

describe('facts for licensing', () => {
  test('one round trip brings shop, nearest gate of each kind and other licences, in the citizen’s own scope', async () => {
    const scope = { areas: [], person: keyring.blindIndex('person', person(1)) }
    const facts = await within(scope, tx => renewalFacts(tx, '440785100001'))
    expect(facts).toMatchObject({
      retailer: {
        licenceNo: '440785100001',
        shopName: '梁记',
        operatorName: '梁模拟',
        operatorIndex: keyring.blindIndex('person', person(1)),
        operatorIdMasked: expect.stringMatching(/^\*{14}.{4}$/u),
        phoneMasked: '*******8000',
        townName: '沙湖镇',
        scope: ['卷烟零售', '雪茄烟零售'],
        validTo: '2027-01-31',
        position: { lng: 112.44, lat: 22.345 },
      },
      gates: [
        { school: '南塘小学', gate: '正门', kind: 'primary' },
        { school: '沙湖幼儿园', gate: '校门', kind: 'kindergarten' },
      ],
      gatesOnRecord: true,
    })
    expect(facts?.othersOfOperator).toEqual(['440785100003'])
    const metres = distanceMetres({ lng: 112.44, lat: 22.345 }, { lng: 112.441, lat: 22.345 })
    expect(facts?.gates[0]?.metres).toBe(Math.floor(metres * 10) / 10)
  })

  test('others at the address are live licences of anyone, and numbers only', async () => {
    const scope = { areas: [], person: keyring.blindIndex('person', person(2)) }
    await within(scope, async tx => {
      expect(await othersAtAddress(tx, '440785100002')).toEqual(['440785100001'])
      expect(await findRetailer(tx, '440785100001')).toBeUndefined()
      expect(await othersOfOperator(tx, '440785100002')).toEqual([])
    })
  })

  test('a shop without a position has no gates, an unknown number has no facts', async () => {
    await all(async tx => {
      expect(await nearestGates(tx, '440785100005')).toEqual([])
      expect(await renewalFacts(tx, '440785199999')).toBeUndefined()
      expect(await othersAtAddress(tx, '440785199999')).toEqual([])
      expect(await setPhone(tx, '440785199999', '13800138000', keyring)).toMatchObject({ refusal: 'retailerNotFound' })
      expect(await setPhone(tx, '440785100001', '123', keyring)).toMatchObject({ refusal: 'phoneInvalid' })
    })
  })

  test('notes of licensing change only what differs', async () => {
    await undone(async tx => {
      const note = {
        licenceNo: '440785100002',
        state: 'valid',
        validFrom: '2022-02-01',
        validTo: '2027-01-31',
      } as const
      expect(await noteLicences(tx, [note, { ...note, licenceNo: '440785199999' }])).toBe(1)
      expect(await noteLicences(tx, [note])).toBe(0)
    })
  })
})

describe('lists and the map', () => {
  const found = async (search: Partial<queries.RetailerSearch>) => {
    const { items, total } = await all(tx => queries.listRetailers(tx, { page: 1, size: 50, ...search }))
    return [items.map(item => item.licenceNo.slice(-1)).join(''), total]
  }
  test.each([
    [{ search: '冯记' }, '2', 1],
    [{ search: '100%' }, '2', 1],
    [{ search: '%' }, '2', 1],
    [{ search: '_' }, '', 0],
    [{ search: '\\' }, '', 0],
    [{ search: '5100004' }, '4', 1],
    [{ search: '中心路' }, '3', 1],
    [{ town: '440785001' }, '3', 1],
    [{ state: 'suspended' }, '2', 1],
    [{ format: '食杂店' }, '12345', 5],
    [{ format: '超市' }, '', 0],
    [{ expiresBefore: '2026-12-02' }, '5', 1],
    [{ expiresBefore: '2026-12-01' }, '', 0],
    [{ page: 2, size: 2 }, '34', 5],
    [{ page: 9 }, '', 5],
  ] as const)('the search %j finds %s of %i', async (search, numbers, total) => {
    expect(await found(search)).toEqual([numbers, total])
  })

  test('a row of the list and the page of a shop are masked', async () => {
    const { items } = await all(tx => queries.listRetailers(tx, { page: 1, size: 1 }))
    expect(items[0]).toEqual({
      licenceNo: '440785100001',
      shopName: '梁记',
      operatorNameMasked: '梁**',
      phoneMasked: '*******8000',
      address: '沙湖镇南塘村01号',
      areaCode: '440785103',
      townName: '沙湖镇',
      businessFormat: '食杂店',
      state: 'valid',
      validTo: '2027-01-31',
      position: { lng: 112.44, lat: 22.345 },
    })
    const page = await all(tx => queries.findRetailerView(tx, '440785100001'))
    expect(page).toMatchObject({ nearestGate: { school: '南塘小学', metres: 102 }, sameOperator: ['440785100003'] })
    expect(JSON.stringify(page)).not.toMatch(/梁模拟|13800138000|v1\./u)
  })

  test('the map holds shops of the reader’s towns, without names of persons', async () => {
    const points = await within({ areas: ['440785001'] }, queries.mapPoints)
    expect(points.shops).toEqual([
      { licenceNo: '440785100003', name: '吴记', state: 'valid', areaCode: '440785001', lng: 112.31, lat: 22.185 },
    ])
    expect([points.gates.length, points.servicePoints.length]).toEqual([3, 3])
  })

  test('the nearest service point comes first, far ones too when there are few', async () => {
    const near = await within({ areas: [] }, tx => queries.nearestServicePoints(tx, { lng: 112.32, lat: 22.19 }))
    expect(near.map(point => [point.code, point.metres > 1000])).toEqual([
      ['T3', false],
      ['T2', true],
      ['T1', true],
    ])
    const far = await within({ areas: [] }, tx => queries.nearestServicePoints(tx, { lng: 116.4, lat: 39.9 }))
    expect(far).toHaveLength(3)
  })
})
