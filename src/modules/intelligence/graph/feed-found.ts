import { dayInChina, type Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { type Keys, learnShop } from './feed.ts'
import type { Entity } from './identity.ts'
import { type Fact, learnFacts } from './learn.ts'

interface With {
  readonly keyring: Keys
  readonly at: Moment
}

interface AlertFact {
  readonly alertId: string
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  readonly reasons: readonly string[]
}

/**
 * What the lake calls a subject, as a thing of the graph. A plate, a telephone, a device and an account are hashes there and stay that: two
 * alerts of the same vehicle meet, a clue that names its plate does not. A cell of a hot spot is no thing.
 */
export function subjectEntity({
  subjectKind,
  subject,
}: Pick<AlertFact, 'subjectKind' | 'subject'>): Entity | undefined {
  const hashed = (kind: Entity['kind'], words: string): Entity => ({
    kind,
    value: '',
    known: { key: `lake:${subject}`, label: `${words} …${subject.slice(-6)}`, sealed: null },
  })
  if (/^\d{12}$/u.test(subject) && subjectKind === 'retailer') return { kind: 'licence', value: subject }
  switch (subjectKind) {
    case 'waybill':
      return { kind: 'waybill', value: subject }
    case 'vessel':
      return { kind: 'vessel', value: subject }
    case 'vehicle':
      return hashed('plate', '车牌（散列）')
    case 'phone':
      return hashed('phone', '寄递号码（散列）')
    case 'device':
      return hashed('account', '订货设备')
    case 'account':
      return hashed('account', '订货账户')
    case 'deliveryPoint':
      return hashed('address', '收货点')
    default:
      return undefined
  }
}

/** 预警进入关系图: shop, parcel, vehicle, vessel, account or delivery point, each with the alert that names it. */
export async function learnAlert(tx: Tx, alert: AlertFact, with_: With): Promise<void> {
  const to = subjectEntity(alert)
  if (to === undefined) return
  const { alertId, areaCode } = alert
  const validFrom = with_.at.today.toString()
  const fact: Fact = { from: { kind: 'alert', value: alertId }, kind: 'names', to, validFrom, confidence: 0.6 }
  await learnFacts(tx, { source: { kind: 'alert', ref: alertId }, areaCode, facts: [fact] }, with_)
  if (to.kind === 'licence') await learnShop(tx, alert.subject, with_)
}

interface Cartons {
  readonly taskId: string
  readonly areaCode: string
  /** The shop they lay in. */
  readonly licenceNo?: string | undefined
  /** The instant of the first scan. */
  readonly foundAt: string
  readonly codes: readonly string[]
}

/** 查见的条码进入关系图: what was found, in whose shop it lay, and for whose licence it was sorted. */
export async function learnCartons(tx: Tx, found: Cartons, with_: With): Promise<void> {
  const { taskId, areaCode, licenceNo, foundAt } = found
  const day = dayInChina(foundAt)
  const since = { validFrom: day.toString(), confidence: 0.95 }
  const facts = found.codes.flatMap((text): Fact[] => {
    const code = { kind: 'code', value: text } as const
    if (!/^[A-Z0-9]{20}\d{12}$/u.test(text)) return []
    const marked = { kind: 'licence', value: text.slice(-12) } as const
    return [
      { from: { kind: 'finding', value: taskId }, kind: 'names', to: code, ...since },
      ...(licenceNo === undefined
        ? []
        : [{ from: code, kind: 'foundAt', to: { kind: 'shop', value: licenceNo }, ...since } as const]),
      { from: code, kind: 'marks', to: marked, ...since },
    ]
  })
  if (facts.length === 0) return
  // First the shop by its name: whoever tells of a thing first names it.
  if (licenceNo !== undefined) await learnShop(tx, licenceNo, with_)
  await learnFacts(tx, { source: { kind: 'finding', ref: taskId }, areaCode, facts }, with_)
}
