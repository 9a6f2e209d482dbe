import { checkDigitOf } from '#kernel/citizen-id'
import type { Result } from '#kernel/refusal'
import { csvLines, type ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import {
  importAreas,
  importRetailers,
  importSchools,
  importServicePoints,
  parseAreasCsv,
  parseRetailersCsv,
  parseSchoolsCsv,
  parseServicePointsCsv,
} from '../index.ts'

/** A county of two towns, five shops, two schools and three service points, small enough to reckon by hand. */
export const areas: (string | number)[][] = [
  ['code', 'name', 'kind', 'parent_code', 'lng', 'lat', 'crs'],
  ['440785', '恩平市', 'county', '', 112.31307, 22.18793, 'WGS84'],
  ['440785103', '沙湖镇', 'town', '440785', 112.44, 22.345, 'WGS84'],
  ['440785001', '恩城街道', 'town', '', 112.31, 22.185, 'WGS84'],
  ['440785103201', '南塘村', 'village', '', '', '', ''],
]

export const person = (n: number): string => {
  const first = `4407851970010${n % 10}00${n % 10}`
  return first + checkDigitOf(first)
}

const head =
  'licence_no,shop_name,operator_name,operator_id_no,uscc,phone,address,area_code,lng,lat,crs,business_format,market_type,grade,subject_kind,scope,licensed_on,valid_from,valid_to,status'.split(
    ',',
  )

export interface ShopLine {
  readonly no: string
  readonly name?: string
  readonly person?: number
  readonly phone?: string
  readonly address?: string
  readonly area?: string
  readonly place?: readonly [number, number] | readonly ['', '']
  readonly status?: string
  readonly validTo?: string
}

export const shopLine = (shop: ShopLine): (string | number)[] => [
  shop.no,
  shop.name ?? '梁记食杂店',
  '梁模拟',
  person(shop.person ?? 1),
  '',
  shop.phone ?? '',
  shop.address ?? `沙湖镇南塘村${shop.no.slice(-2)}号`,
  shop.area ?? '440785103',
  ...(shop.place ?? [112.44, 22.345]),
  'WGS84',
  '食杂店',
  'rural',
  5,
  'individual',
  '',
  '2020-01-01',
  '2022-02-01',
  shop.validTo ?? '2027-01-31',
  shop.status ?? 'valid',
]

export const retailers = (...shops: readonly ShopLine[]): (string | number)[][] => [head, ...shops.map(shopLine)]

export const schools: (string | number)[][] = [
  ['school_id', 'name', 'kind', 'gate_name', 'gate_lng', 'gate_lat', 'crs', 'area_code'],
  ['S1', '南塘小学', 'primary', '正门', 112.441, 22.345, 'WGS84', '440785103'],
  ['S1', '南塘小学', 'primary', '东门', 112.45, 22.345, 'WGS84', '440785103'],
  ['S2', '沙湖幼儿园', 'kindergarten', '', 112.44, 22.35, 'WGS84', '440785103'],
]

export const servicePoints: (string | number)[][] = [
  ['terminal_id', 'name', 'area_code', 'lng', 'lat', 'crs', 'kind', 'opened_on'],
  ['T1', '南塘村便民服务点', '440785103', 112.44, 22.345, 'WGS84', 'kiosk', '2025-04-01'],
  ['T2', '恩城政务大厅', '440785001', 112.31, 22.185, 'WGS84', 'hall', ''],
  ['T3', '恩城村委会', '440785001', 112.32, 22.19, 'WGS84', 'village', ''],
]

const bytes = (name: string, lines: readonly (readonly (string | number)[])[]) => ({
  name,
  bytes: Buffer.from(csvLines(lines)),
})

function good<T>(result: Result<ParsedCsv<T>>): ParsedCsv<T> {
  if (!result.ok) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result.value
}

type Lines = readonly (readonly (string | number)[])[]

export const takeAreas = async (tx: Tx, lines: Lines = areas) =>
  importAreas(tx, good(await parseAreasCsv(bytes('areas.csv', lines))))
export const takeSchools = async (tx: Tx, lines: Lines = schools) =>
  importSchools(tx, good(await parseSchoolsCsv(bytes('schools.csv', lines))))
export const takeServicePoints = async (tx: Tx, lines: Lines = servicePoints) =>
  importServicePoints(tx, good(await parseServicePointsCsv(bytes('terminals.csv', lines))))
export const takeRetailers = async (tx: Tx, lines: Lines, keyring: Keyring) =>
  importRetailers(tx, good(await parseRetailersCsv(bytes('retailers.csv', lines))), keyring)
