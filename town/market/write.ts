import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCsv } from '#platform/csv'
import type { County } from '../county.ts'
import { makeCases, makeClues } from './clues.ts'
import { stampOf } from './days.ts'
import type { Find } from './find.ts'
import { makeFinds } from './finds.ts'
import { foreignFinds } from './foreign-finds.ts'
import { makeInspections } from './inspections.ts'
import { writeOrders } from './orders.ts'
import { parcelWorld } from './parcels.ts'
import { openParquetWriter } from './parquet.ts'
import { type MarketPlan, planMarket, type Spans } from './plan.ts'
import { checkpoints } from './roads.ts'
import { writeScans } from './scans.ts'
import { makeMeetings, makeVessels } from './sea.ts'
import { type Truth, truthOf } from './truth.ts'
import { makeTraffic, writePasses } from './vehicles.ts'
import { writePositions } from './vessels.ts'
import { writeWaybills } from './waybills.ts'

type Row = readonly (string | number)[]

export interface MarketOptions extends Partial<Spans> {
  readonly seed: number | string
}

export interface MarketReport {
  readonly counts: Readonly<Record<string, number>>
  readonly truth: Truth
}

/** The files of the lake (formats/) for a county: lists as CSV, what is large as Parquet, a month a file. Truth is only returned. */
export async function writeMarket(
  folder: string,
  made: County,
  { seed, days = 90, orderDays }: MarketOptions,
): Promise<MarketReport> {
  await mkdir(folder, { recursive: true })
  const plan = planMarket(made, seed, { days, orderDays })
  await writeFile(join(folder, 'README.md'), readme)
  const writer = await openParquetWriter()
  try {
    const orderLines = await writeOrders(plan, writer, folder)
    const scans = await writeScans(plan, writer, folder)
    const world = parcelWorld(seed, plan)
    const parcels = await writeWaybills(plan, world, { writer, folder })
    const traffic = makeTraffic(plan)
    const passes = await writePasses(plan, traffic, { writer, folder })
    const vessels = makeVessels()
    const meetings = makeMeetings(plan, vessels)
    const positions = await writePositions(plan, { vessels, meetings }, { writer, folder })
    const inspections = makeInspections(plan)
    const leaked = makeFinds(plan)
    const finds = [...leaked, ...foreignFinds(plan, inspections)].toSorted((a, b) => a.second - b.second)
    const traces = { plan, traffic, rings: parcels.rings, inspections, finds: leaked }
    const lists = { ...listsOf(plan), clues: [clueHead, ...makeClues(traces)], cases: [caseHead, ...makeCases(traces)] }
    const found = finds.flatMap(({ codes, ...find }) => codes.map(({ code, sku }) => findRow(find, { code, sku })))
    const visits = inspections.map(
      (one): Row => [
        one.id,
        stampOf(one.second),
        one.shop.line.licenceNo,
        one.kind,
        one.result,
        one.violations.join(';'),
        one.officers.join(';'),
      ],
    )
    const tables: Readonly<Record<string, Row[]>> = {
      ...lists,
      carton_finds: [findHead, ...found],
      inspections: [visitHead, ...visits],
    }
    for (const [name, rows] of Object.entries(tables)) await writeCsv(join(folder, `${name}.csv`), rows)
    const small = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length - 1]))
    return {
      counts: {
        ...small,
        order_lines: orderLines,
        scans,
        waybills: parcels.count,
        vehicle_passes: passes,
        vessel_positions: positions,
      },
      truth: truthOf(plan, { world, rings: parcels.rings, traffic, vessels, meetings }),
    }
  } finally {
    await writer.close()
  }
}

const head = (columns: string): Row => columns.split(' ')
const findHead = head('found_at area_code lng lat crs code32 sku_code context case_no')
const visitHead = head('inspection_id inspected_at licence_no kind result violation_codes officers')
const clueHead = head('clue_id received_at source text area_code lng lat crs licence_no phones plates waybills persons')
const caseHead = head(
  'case_no filed_at case_type area_code lng lat crs sticks value_fen persons phones plates waybills licence_nos carton_codes outcome',
)

type FindFacts = Omit<Find, 'codes'>
const findRow = (
  { second, areaCode, place, context, caseNo }: FindFacts,
  { code, sku }: { code: string; sku: string },
): Row => [stampOf(second), areaCode, place.lng, place.lat, 'WGS84', code, sku, context, caseNo]

const listsOf = ({ skus }: MarketPlan): Record<string, Row[]> => ({
  skus: [
    head('sku_code name brand price_class wholesale_fen retail_fen supply origin_province'),
    ...skus.map(
      (sku): Row => [
        sku.code,
        sku.name,
        sku.brand,
        sku.priceClass,
        sku.wholesaleFen,
        sku.retailFen,
        sku.supply,
        sku.province,
      ],
    ),
  ],
  checkpoints: [
    head('checkpoint_id name road lng lat crs'),
    ...checkpoints.map(({ id, name, road, lng, lat }): Row => [id, name, road, lng, lat, 'WGS84']),
  ],
})

const readme = `# 模拟数据

这个文件夹里的全部内容由 \`yzt town write\` 生成：零售户、品牌、订单、扫码、喷码、检查、运单、车辆、船舶、线索和案件都是模拟数据，
不对应任何真实的人、店、车、船或案件。列的含义见格式说明。
`
