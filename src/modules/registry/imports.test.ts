import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { findRetailer, listByOperator, noteLicence, setPhone } from './index.ts'
import * as queries from './queries.ts'
import { type OpenRegister, openRegister, shops } from './testing/open-register.ts'
import {
  areas,
  person,
  retailers,
  schools,
  takeAreas,
  takeRetailers,
  takeSchools,
  takeServicePoints,
} from './testing/small-county.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

describe('imports', () => {
  test('the same files again change nothing', async () => {
    await register.undone(async tx => {
      const again = [
        await takeAreas(tx),
        await takeSchools(tx),
        await takeServicePoints(tx),
        await takeRetailers(tx, retailers(...shops), register.keyring),
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
    await register.undone(async tx => {
      const renamed = areas.map(row => (row[0] === '440785001' ? ['440785001', '恩城', ...row.slice(2)] : row))
      expect(await takeAreas(tx, renamed)).toMatchObject({ inserted: 0, updated: 1, unchanged: 3 })
      const kind = schools.map(row => (row[0] === 'S1' ? ['S1', '南塘学校', ...row.slice(2)] : row))
      expect(await takeSchools(tx, kind)).toMatchObject({ inserted: 0, updated: 2, unchanged: 1 })
      const moved = shops.map(shop => (shop.no.endsWith('3') ? { ...shop, area: '440785103', person: 3 } : shop))
      const extra = { no: '440785100006' }
      expect(await takeRetailers(tx, retailers(...moved, extra), register.keyring)).toMatchObject({
        inserted: 1,
        updated: 1,
        unchanged: 4,
      })
      expect(await findRetailer(tx, '440785100003')).toMatchObject({ areaCode: '440785103', townName: '沙湖镇' })
      expect(
        (await listByOperator(tx, register.keyring.blindIndex('person', person(3)))).map(r => r.licenceNo),
      ).toEqual(['440785100003', '440785100005'])
    })
  })

  test('what happened here since the last file survives the same file, and a file that changes something else', async () => {
    await register.undone(async tx => {
      expect(
        await setPhone(tx, '440785100001', ' 139 0013 9000 ', {
          keyring: register.keyring,
          on: Temporal.PlainDate.from('2026-11-23'),
        }),
      ).toEqual({
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
      await takeRetailers(tx, retailers(...shops), register.keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject(here)
      const renamed = { no: '440785100001', name: '梁记二店', phone: '13800138000', person: 1 }
      await takeRetailers(tx, retailers(renamed), register.keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject({ ...here, shopName: '梁记二店' })
      await takeRetailers(tx, retailers({ ...renamed, phone: '13700137000' }), register.keyring)
      expect(await findRetailer(tx, '440785100001')).toMatchObject({ phoneMasked: '*******7000' })
    })
  })

  test('rows that do not fit the register are named and the good ones stay', async () => {
    await register.undone(async tx => {
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
        register.keyring,
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
    await register.undone(async tx => {
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
    await register.undone(async tx => {
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
    await register.undone(async tx => {
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
