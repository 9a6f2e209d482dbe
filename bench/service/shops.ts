import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seedSiteChecks } from '#modules/licensing'
import { csvLines } from '#platform/csv'
import type { Foundation } from '../../src/app/compose.ts'
import { importFile } from '../../src/app/imports.ts'
import type { SimulatedBusiness } from '../../src/gateways/business-register/simulator.ts'
import { citizenId, creditCode } from '../../town/numbers.ts'

/** A shop whose renewal passes every rule (模拟数据). */
export interface BenchShop {
  readonly licenceNo: string
  readonly idNo: string
  readonly birth: string
  readonly name: string
  readonly creditCode: string
  readonly shopName: string
  readonly address: string
}

const areas = [
  ['code', 'name', 'kind', 'parent_code'],
  ['440785', '恩平市', 'county', ''],
  ['440785103', '沙湖镇', 'town', '440785'],
]
const schools = [
  ['school_id', 'name', 'kind', 'gate_name', 'gate_lng', 'gate_lat', 'area_code'],
  ['S1', '南塘小学', 'primary', '正门', 112.45, 22.345, '440785103'],
]
const head =
  'licence_no,shop_name,operator_name,operator_id_no,uscc,phone,address,area_code,lng,lat,business_format,market_type,subject_kind,licensed_on,valid_from,valid_to,status'

export const makeShops = (count: number): BenchShop[] =>
  Array.from({ length: count }, (_, index) => {
    const n = index + 1
    const birth = Temporal.PlainDate.from('1960-01-01').add({ days: index }).toString()
    return {
      licenceNo: `4407851${String(n).padStart(5, '0')}`,
      idNo: citizenId(birth.replaceAll('-', ''), 1),
      birth,
      name: '梁模拟',
      creditCode: creditCode('individual', n),
      shopName: `模拟商店${n}`,
      address: `沙湖镇南塘村${n}号`,
    }
  })

/** Brings the shops in by the ordinary import, each seen by two people last month. */
export async function importShops(
  { database, keyring }: Foundation,
  folder: string,
  shops: readonly BenchShop[],
): Promise<void> {
  const today = Temporal.Now.plainDateISO('Asia/Shanghai')
  const validTo = today.add({ days: 60 })
  const term = [validTo.subtract({ years: 5 }).add({ days: 1 }).toString(), validTo.toString()]
  const rows = shops.map(shop => [
    ...[shop.licenceNo, shop.shopName, shop.name, shop.idNo, shop.creditCode, '13800138000', shop.address],
    ...['440785103', 112.44, 22.345, '食杂店', 'rural', 'individual', '2020-01-01', ...term, 'valid'],
  ])
  const files = { 'areas.csv': areas, 'schools.csv': schools, 'retailers.csv': [head.split(','), ...rows] }
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(folder, name), csvLines(lines))
    const report = await importFile(database, keyring, join(folder, name))
    if (!report.ok) throw new Error(`${name}: ${report.refusal}`)
  }
  const checkedOn = today.subtract({ days: 30 }).toString()
  await database.within({ areas: 'all' }, tx =>
    seedSiteChecks(
      tx,
      shops.map(({ licenceNo }) => ({ licenceNo, checkedOn, verifiers: ['核查一', '核查二'] })),
    ),
  )
}

export const businessesOf = (shops: readonly BenchShop[]): Map<string, SimulatedBusiness> =>
  new Map(
    shops.map(shop => [
      shop.creditCode,
      { live: true, name: shop.shopName, operatorName: shop.name, address: shop.address },
    ]),
  )
