import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RetailerCsvRow } from '#modules/registry'
import { one, openRenewalHouse, person, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { importLicences } from './import-licences.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())

const row = (n: number, change: Partial<RetailerCsvRow> = {}): RetailerCsvRow =>
  ({
    licenceNo: String(440785100000 + n),
    shopName: `模拟商店${n}`,
    operatorName: '梁模拟',
    operatorIdNo: person(n % 1000),
    address: `沙湖镇${n}号`,
    areaCode: '440785103',
    subjectKind: 'individual',
    scope: ['卷烟零售'],
    licensedOn: '2020-01-01',
    validFrom: '2022-01-16',
    validTo: '2027-01-15',
    status: 'valid',
    ...change,
  }) as RetailerCsvRow
const take = (rows: readonly RetailerCsvRow[]) =>
  house.all(tx => importLicences(tx, rows, { keyring: house.keyring, at: today }))

it('takes in three thousand licences in less than two seconds, each with the face of its first version', async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => row(i + 1, i % 10 === 0 ? { status: 'cancelled' } : {}))
  expect(await take(rows)).toBe(3_000)
  const counts = await one(
    house,
    sql<{
      licences: number
      faces: number
      signed: number
    }>`select (select count(*)::int from licensing.licence) as licences,
    count(*)::int as faces, count(token)::int as signed from licensing.licence_version`,
  )
  expect(counts).toEqual({ licences: 3_000, faces: 2_700, signed: 0 })
})

it('changes nothing the second time, and never turns back what was decided here', async () => {
  await take([row(50_001)])
  await house.all(tx =>
    sql`update licensing.licence set valid_to = '2032-01-15', version = 2 where licence_no = '440785150001'`.execute(
      tx,
    ),
  )
  expect(await take([row(50_001, { validTo: '2026-12-31', shopName: '另一个名字' })])).toBe(0)
  const licence = await one(
    house,
    sql<{
      validTo: string
      version: number
    }>`select valid_to, version from licensing.licence where licence_no = '440785150001'`,
  )
  expect(licence).toEqual({ validTo: '2032-01-15', version: 2 })
})

it('knows the holder by the same index as the card at a terminal', async () => {
  await take([row(50_002)])
  const { index } = await one(
    house,
    sql<{ index: string }>`select operator_index as index from licensing.licence where licence_no = '440785150002'`,
  )
  expect(index).toBe(house.citizen(50_002 % 1000).personIndex)
})
