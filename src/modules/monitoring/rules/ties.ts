/** What the lake knows a thing by: hashes of its own for telephones, plates, devices and accounts; numbers for parcels, boats and shops. */
interface Thing {
  readonly kind: 'waybill' | 'phone' | 'vehicle' | 'vessel' | 'device' | 'account' | 'deliveryPoint' | 'retailer'
  readonly ref: string
}

/** One relation that the evidence of an alert says, with the day it was seen where that is known. */
export interface Tie {
  readonly from: Thing
  readonly how: 'sends' | 'receives' | 'uses' | 'at' | 'alongside'
  readonly to: Thing
  readonly on?: string
}

/** The parcel as the lake has it: who sent it to whom, by hashed numbers. */
export interface Parcel {
  readonly no: string
  readonly sender: string
  readonly receiver: string
  readonly on: string
}

interface Judged {
  readonly subjectKind: string
  readonly subject: string
  readonly evidence: readonly Readonly<Record<string, unknown>>[]
}

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** 证据里的运单: the alert's own and those its reasons name; at most `most`, for more is not needed to ask on. */
export function parcelsNamed({ subjectKind, subject, evidence }: Judged, most = 30): readonly string[] {
  if (subjectKind !== 'waybill') return []
  const named = evidence.flatMap(one => [...textsOf(one['运单']), ...textsOf(one['经由运单'])])
  return [...new Set([subject, ...named])].slice(0, most)
}

/** 案件、线索 that the registers of the lake name it in. */
export const sourcesNamed = ({ evidence }: Pick<Judged, 'evidence'>): readonly string[] => [
  ...new Set(evidence.flatMap(one => textsOf(one['来源']))),
]

/** Relations from the evidence of one alert, and of its parcels: nothing that its reasons do not name. */
export function tiesOf({ subjectKind, subject, evidence }: Judged, parcels: readonly Parcel[]): readonly Tie[] {
  const ofParcels = parcels.flatMap(({ no, sender, receiver, on }): Tie[] => {
    const waybill = { kind: 'waybill', ref: no } as const
    return [
      { from: { kind: 'phone', ref: sender }, how: 'sends', to: waybill, on },
      { from: waybill, how: 'receives', to: { kind: 'phone', ref: receiver }, on },
    ]
  })
  return [...ofParcels, ...evidence.flatMap(one => tiesOfReason({ subjectKind, subject }, one))]
}

function tiesOfReason(
  { subjectKind, subject }: Omit<Judged, 'evidence'>,
  reason: Readonly<Record<string, unknown>>,
): readonly Tie[] {
  switch (subjectKind) {
    case 'device':
    case 'account':
      return textsOf(reason['shops']).map(shop => ({
        ...{ from: { kind: 'retailer', ref: shop }, how: 'uses', to: { kind: subjectKind, ref: subject } },
      }))
    case 'deliveryPoint':
      return textsOf(reason['shops']).map(shop => ({
        ...{ from: { kind: 'retailer', ref: shop }, how: 'at', to: { kind: 'deliveryPoint', ref: subject } },
      }))
    case 'vehicle':
      return alongside('vehicle', subject, textsOf(reason['同行车']))
    case 'vessel':
      return alongside('vessel', subject, textsOf(reason['对方船']))
    default:
      return []
  }
}

const alongside = (kind: 'vehicle' | 'vessel', subject: string, others: readonly string[]): readonly Tie[] =>
  others.map(other => ({ from: { kind, ref: subject }, how: 'alongside', to: { kind, ref: other } }))
