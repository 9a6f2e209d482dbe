import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCsv } from '#platform/csv'
import { businessesOf } from './businesses.ts'
import { townCards } from './cards.ts'
import { type County, makeCounty } from './county.ts'
import type { GateLine, RetailerLine, TerminalLine } from './lines.ts'
import type { TownOptions } from './options.ts'
import { county, towns } from './places.ts'

type Row = readonly (string | number)[]

const head = (columns: string): Row => columns.split(' ')

/** `areas.csv`, `retailers.csv`, `schools.csv` and `terminals.csv` of the synthetic county, in the formats of import. */
export async function writeTown(folder: string, options: TownOptions): Promise<County> {
  const made = makeCounty(options)
  await mkdir(folder, { recursive: true })
  await writeCsv(join(folder, 'areas.csv'), [areaHead, ...areaRows()])
  await writeCsv(join(folder, 'retailers.csv'), [retailerHead, ...made.retailers.map(retailerRow)])
  await writeCsv(join(folder, 'schools.csv'), [schoolHead, ...made.gates.map(gateRow)])
  await writeCsv(join(folder, 'terminals.csv'), [terminalHead, ...made.terminals.map(terminalRow)])
  return made
}

/** What the simulators of the demo read: `cards.json` (device dock) and `businesses.json` (business register). */
export async function writeSimulators(folder: string, made: County): Promise<void> {
  await mkdir(folder, { recursive: true })
  const json = (name: string, value: unknown) => writeFile(join(folder, name), `${JSON.stringify(value, null, 1)}\n`)
  await json('cards.json', townCards(made.today))
  await json('businesses.json', businessesOf(made.retailers, made.today))
}

const areaHead = head('code name kind parent_code lng lat crs')
const areaRows = (): Row[] => [
  [county.code, county.name, 'county', '', county.lng, county.lat, 'WGS84'],
  ...towns.map(({ code, name, lng, lat }) => [code, name, 'town', county.code, lng, lat, 'WGS84']),
]

const retailerHead = head(
  'licence_no shop_name operator_name operator_id_no uscc phone address area_code lng lat crs business_format market_type grade subject_kind scope licensed_on valid_from valid_to status bank_account_hash order_device_hash',
)
const retailerRow = (line: RetailerLine): Row => [
  line.licenceNo,
  line.shopName,
  line.operatorName,
  line.operatorIdNo,
  line.creditCode,
  line.phone,
  line.address,
  line.areaCode,
  line.place.lng,
  line.place.lat,
  'WGS84',
  line.businessFormat,
  line.marketType,
  line.grade,
  line.subjectKind,
  line.scope,
  line.licensedOn,
  line.validFrom,
  line.validTo,
  line.status,
  line.bankAccountHash,
  line.orderDeviceHash,
]

const schoolHead = head('school_id name kind gate_name gate_lng gate_lat crs area_code')
const gateRow = ({ schoolId, name, kind, gateName, place, areaCode }: GateLine): Row => [
  schoolId,
  name,
  kind,
  gateName,
  place.lng,
  place.lat,
  'WGS84',
  areaCode,
]

const terminalHead = head('terminal_id name area_code lng lat crs kind opened_on')
const terminalRow = ({ code, name, areaCode, place, kind, openedOn }: TerminalLine): Row => [
  code,
  name,
  areaCode,
  place.lng,
  place.lat,
  'WGS84',
  kind,
  openedOn,
]
