import Type from 'typebox'
import { countyOf, parseAreaCode } from '#kernel/area'
import { type CitizenId, parseCitizenId } from '#kernel/citizen-id'
import { type CreditCode, parseCreditCode } from '#kernel/credit-code'
import { parseDate } from '#kernel/dates'
import { type LicenceNo, licenceNoParts, parseLicenceNo } from '#kernel/licence-no'
import { type Phone, parsePhone } from '#kernel/phone'
import type { Position } from '#kernel/position'
import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import {
  bySchema,
  type Cells,
  type CsvRefusal,
  clean,
  defineCsv,
  oneOf,
  optional,
  type ParsedCsv,
  readCsv,
  required,
  type Upload,
} from '#platform/csv'
import { businessFormats } from '../contract.ts'
import { type Merchandise, merchandise, parseScope } from '../rules/scope.ts'
import { crsColumn, optionalPlace, readLat, readLng } from './place.ts'
import { rowRefusals } from './words.ts'

/** One row of `retailers.csv`: the shop for the register, the licence for licensing. Days are ISO texts. */
export interface RetailerCsvRow {
  readonly licenceNo: LicenceNo
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIdNo: CitizenId
  readonly creditCode: CreditCode | null
  readonly phone: Phone | null
  readonly address: string
  readonly areaCode: string
  /** WGS-84. */
  readonly position: Position | null
  readonly businessFormat: (typeof businessFormats)[number]
  readonly marketType: 'urban' | 'rural' | 'unknown'
  readonly grade: number | null
  readonly subjectKind: 'individual' | 'enterprise' | 'other'
  readonly scope: readonly Merchandise[]
  readonly licensedOn: string
  readonly validFrom: string
  readonly validTo: string
  readonly status: 'valid' | 'suspended' | 'rectifying' | 'expired' | 'cancelled'
  readonly bankAccountHash: string | null
  readonly orderDeviceHash: string | null
}

const day = (text: string): Result<string> => {
  const date = parseDate(text)
  return date.ok ? ok(date.value.toString()) : date
}

const columns = {
  licence_no: required(text => parseLicenceNo(text)),
  shop_name: required(clean(120)),
  operator_name: required(clean(60)),
  operator_id_no: required(parseCitizenId),
  uscc: optional(parseCreditCode),
  phone: optional(parsePhone),
  address: required(clean(200)),
  area_code: required(parseAreaCode),
  lng: optional(readLng),
  lat: optional(readLat),
  crs: crsColumn,
  business_format: optional(oneOf(businessFormats)),
  market_type: optional(oneOf(['urban', 'rural'])),
  grade: optional(bySchema(Type.Integer({ minimum: 1, maximum: 30 }), '1 至 30 的整数')),
  subject_kind: optional(oneOf(['individual', 'enterprise', 'other'])),
  scope: optional(parseScope),
  licensed_on: required(day),
  valid_from: required(day),
  valid_to: required(day),
  status: required(oneOf(['valid', 'suspended', 'rectifying', 'expired', 'cancelled'])),
  bank_account_hash: optional(clean(128)),
  order_device_hash: optional(clean(128)),
} as const

const retailerCsv = defineCsv({
  columns,
  toRow: cells => {
    const position = optionalPlace(cells)
    if (!position.ok) return position
    const subjectKind = cells.subject_kind ?? kindOfNumber(cells.licence_no)
    const contradiction = contradictionOf(cells, subjectKind)
    return (
      contradiction ??
      ok<RetailerCsvRow>({ ...shopOf(cells), position: position.value, subjectKind, ...licenceOf(cells) })
    )
  },
  key: row => row.licenceNo,
  refusals: rowRefusals,
})

type RetailerCells = Cells<typeof columns>

const kindOfNumber = (licenceNo: LicenceNo) => licenceNoParts(licenceNo).kind

/** The number of a licence says its county and its kind of holder (reference: digits 1-6 and 7). */
function contradictionOf(cells: RetailerCells, subjectKind: RetailerCsvRow['subjectKind']): Refusal | undefined {
  const county = countyOf(cells.area_code)
  if (!cells.licence_no.startsWith(county)) return refuse('licenceAreaDiffers', { column: 'licence_no', county })
  const individual = kindOfNumber(cells.licence_no) === 'individual'
  if ((subjectKind === 'individual') !== individual) return refuse('licenceKindDiffers', { column: 'licence_no' })
  if (cells.valid_to < cells.valid_from) return refuse('datesReversed', { column: 'valid_to' })
  return undefined
}

const shopOf = (cells: RetailerCells): Omit<RetailerCsvRow, 'position' | 'subjectKind' | LicenceField> => ({
  shopName: cells.shop_name,
  operatorName: cells.operator_name,
  operatorIdNo: cells.operator_id_no,
  creditCode: cells.uscc ?? null,
  phone: cells.phone ?? null,
  address: cells.address,
  areaCode: cells.area_code,
  businessFormat: cells.business_format ?? '其他',
  marketType: cells.market_type ?? 'unknown',
  grade: cells.grade ?? null,
  bankAccountHash: cells.bank_account_hash ?? null,
  orderDeviceHash: cells.order_device_hash ?? null,
})

type LicenceField = 'licenceNo' | 'scope' | 'licensedOn' | 'validFrom' | 'validTo' | 'status'

const licenceOf = (cells: RetailerCells): Pick<RetailerCsvRow, LicenceField> => ({
  licenceNo: cells.licence_no,
  scope: cells.scope ?? merchandise.slice(0, 2),
  licensedOn: cells.licensed_on,
  validFrom: cells.valid_from,
  validTo: cells.valid_to,
  status: cells.status,
})

/** `retailers.csv`: 零售户及其许可证. */
export const parseRetailersCsv = (from: string | Upload): Promise<Result<ParsedCsv<RetailerCsvRow>, CsvRefusal>> =>
  readCsv(from, retailerCsv)
