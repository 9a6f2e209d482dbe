import { kinds, type LakeColumn, may, must } from './columns.ts'

/** One table of the lake (数据湖): the columns of `formats/`, and the time by which its files are cut into months. */
export interface LakeTable {
  readonly columns: readonly LakeColumn[]
  /** Absent for lists (shops, brands): a later line of the same key replaces an earlier one. */
  readonly time?: string
  readonly key?: string
}

const { code, text, many, licenceNo, instant, dayOrInstant, day, positive, amount, longitude, latitude, number, crs } =
  kinds
const place = [may('lng', longitude), may('lat', latitude), may('crs', crs)] as const

/** Of a person only what the models need: no name, number of identity or telephone of a shopkeeper enters the lake. */
const lakeTables = {
  order_lines: {
    time: 'ordered_at',
    columns: [
      must('order_id', code),
      must('ordered_at', instant),
      must('licence_no', licenceNo),
      must('sku_code', code),
      must('cartons', positive),
      may('device_hash', code),
      may('delivery_point', code),
    ],
  },
  scans: {
    time: 'scanned_at',
    columns: [
      must('scanned_at', instant),
      must('licence_no', licenceNo),
      must('sku_code', code),
      must('packs', positive),
    ],
  },
  carton_finds: {
    time: 'found_at',
    columns: [
      must('found_at', instant),
      may('area_code', code),
      ...place,
      must('code32', kinds.cartonText),
      may('sku_code', code),
      may('context', kinds.words('inspection', 'seizure', 'partner', 'report')),
      may('case_no', code),
    ],
  },
  inspections: {
    time: 'inspected_at',
    columns: [
      must('inspection_id', code),
      must('inspected_at', instant),
      must('licence_no', licenceNo),
      must('kind', kinds.words('periodic', 'random', 'offhour', 'joint', 'surprise', 'campaign', 'report')),
      must('result', kinds.words('clean', 'rectify', 'filed', 'unreachable', 'closed')),
      may('violation_codes', text),
      may('officers', text),
    ],
  },
  waybills: {
    time: 'shipped_at',
    columns: [
      must('waybill_no', code),
      must('carrier', text),
      must('shipped_at', instant),
      may('sender_name', text),
      must('sender_phone_hash', code),
      must('sender_area', text),
      may('receiver_name', text),
      must('receiver_phone_hash', code),
      must('receiver_area', text),
      must('pieces', positive),
      must('weight_g', amount),
      may('declared_goods', text),
    ],
  },
  vehicle_passes: {
    time: 'passed_at',
    columns: [
      must('plate_hash', code),
      must('checkpoint_id', code),
      must('passed_at', instant),
      must('direction', code),
      may('vehicle_kind', code),
    ],
  },
  vessel_positions: {
    time: 'at',
    columns: [
      must('mmsi', code),
      must('at', instant),
      must('lng', longitude),
      must('lat', latitude),
      may('sog_kn', number),
      may('cog_deg', number),
    ],
  },
  retailers: {
    key: 'licence_no',
    columns: [
      must('licence_no', licenceNo),
      may('shop_name', text),
      must('area_code', code),
      ...place,
      may('business_format', code),
      may('market_type', kinds.words('urban', 'rural')),
      may('grade', positive),
      may('licensed_on', day),
      may('valid_from', day),
      may('valid_to', day),
      must('status', kinds.words('valid', 'suspended', 'rectifying', 'expired', 'cancelled')),
      may('bank_account_hash', code),
      may('order_device_hash', code),
    ],
  },
  skus: {
    key: 'sku_code',
    columns: [
      must('sku_code', code),
      must('name', text),
      must('brand', text),
      may('price_class', kinds.priceClass),
      may('wholesale_fen', amount),
      may('retail_fen', amount),
      may('supply', kinds.words('scarce', 'popular', 'normal', 'slow')),
      may('origin_province', code),
    ],
  },
  // Of clues and cases only what joins them to goods, roads and places: neither their words nor any person's name.
  clues: {
    key: 'clue_id',
    columns: [
      must('clue_id', code),
      must('received_at', dayOrInstant),
      must(
        'source',
        kinds.words('hotline', 'inspection', 'retailer', 'case', 'parcel', 'internet', 'partner', 'model'),
      ),
      may('area_code', code),
      ...place,
      may('licence_no', text),
      may('phones', many),
      may('plates', many),
      may('waybills', many),
    ],
  },
  cases: {
    key: 'case_no',
    columns: [
      must('case_no', code),
      must('filed_at', dayOrInstant),
      must('case_type', text),
      may('area_code', code),
      ...place,
      may('sticks', amount),
      may('value_fen', amount),
      may('phones', many),
      may('plates', many),
      may('waybills', many),
      may('licence_nos', many),
      may('carton_codes', many),
      may('outcome', text),
    ],
  },
  schools: {
    key: 'school_id, gate_name',
    columns: [
      must('school_id', code),
      must('name', text),
      must('kind', kinds.words('kindergarten', 'primary', 'secondary', 'vocational', 'special')),
      may('gate_name', text),
      must('gate_lng', longitude),
      must('gate_lat', latitude),
      may('crs', crs),
      may('area_code', code),
    ],
  },
  checkpoints: {
    key: 'checkpoint_id',
    columns: [
      must('checkpoint_id', code),
      must('name', text),
      must('road', text),
      must('lng', longitude),
      must('lat', latitude),
      may('crs', crs),
    ],
  },
} as const satisfies Readonly<Record<string, LakeTable>>

export type LakeTableName = keyof typeof lakeTables
export const lakeTableNames = Object.keys(lakeTables) as LakeTableName[]
export const tableOf = (name: LakeTableName): LakeTable => lakeTables[name]

/** `order_lines.csv`, `order_lines-2026-03.parquet`, `order_lines/` → order_lines. */
export function tableOfFile(file: string): LakeTableName | undefined {
  const base = file.toLowerCase()
  return lakeTableNames.find(name => base === name || new RegExp(`^${name}[-_.]`).test(base))
}
