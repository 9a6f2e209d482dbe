import type { Words } from './file.ts'

/** A living licence as the register knows it; persons and numbers only as keyed indexes. */
export interface Holding {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly operatorName: string
  readonly addressKey: string
  readonly phoneIndex: string | null
  readonly creditCode: string | null
  readonly bankAccountHash: string | null
  readonly orderDeviceHash: string | null
}

/** 信号: what was seen, and how it is said to whoever looks into it. */
export const holderSignals = {
  samePerson: { zh: '同一经营者持有多个有效许可证', en: 'One person holds several licences' },
  samePlace: { zh: '同一地址有多个有效许可证', en: 'Several licences at one address' },
  sameAccount: { zh: '不同经营者使用同一收款账户', en: 'Different persons, one bank account' },
  sameDevice: { zh: '不同经营者在同一设备上订货', en: 'Different persons, one ordering device' },
  twoNames: { zh: '同一身份证号登记了不同的姓名', en: 'One citizen number under different names' },
  sameBusiness: { zh: '同一营业执照登记了不同的经营者', en: 'One business licence, different persons' },
  samePhone: { zh: '不同经营者登记了同一个电话', en: 'Different persons, one telephone' },
} as const satisfies Readonly<Record<string, Words>>
export type HolderSignal = keyof typeof holderSignals

export interface Suspicion {
  readonly what: 'manyLicences' | 'personMismatch'
  readonly licences: readonly string[]
  readonly signals: readonly HolderSignal[]
  /** The same finding about the same licences is told once, also after a person has dismissed it. */
  readonly key: string
}

/** A telephone or device of a whole village or of a dealer's help desk says nothing about one household. */
const mostInOne = 6

interface Look {
  readonly what: Suspicion['what']
  readonly signal: HolderSignal
  readonly of: (holding: Holding) => string | null
  /** Which groups are worth a look. */
  readonly tells: (group: readonly Holding[]) => boolean
}

const persons = (group: readonly Holding[]): number => new Set(group.map(one => one.operatorIndex)).size
const names = (group: readonly Holding[]): number => new Set(group.map(one => one.operatorName)).size
const several = (group: readonly Holding[]) => persons(group) > 1 && group.length <= mostInOne

const looks: readonly Look[] = [
  { what: 'manyLicences', signal: 'samePerson', of: one => one.operatorIndex, tells: group => names(group) === 1 },
  { what: 'manyLicences', signal: 'samePlace', of: one => one.addressKey || null, tells: () => true },
  { what: 'manyLicences', signal: 'sameAccount', of: one => one.bankAccountHash, tells: several },
  { what: 'manyLicences', signal: 'sameDevice', of: one => one.orderDeviceHash, tells: several },
  { what: 'personMismatch', signal: 'twoNames', of: one => one.operatorIndex, tells: group => names(group) > 1 },
  { what: 'personMismatch', signal: 'sameBusiness', of: one => one.creditCode, tells: group => persons(group) > 1 },
  { what: 'personMismatch', signal: 'samePhone', of: one => one.phoneIndex, tells: several },
]

/**
 * 一户多证、人证不符 from the register: every group of living licences that share what different households do not share. Signals about
 * the same licences are one suspicion. Indicators only: several licences of one person at several places may be lawful.
 */
export function findSuspicions(holdings: readonly Holding[]): readonly Suspicion[] {
  const found = new Map<string, Suspicion>()
  for (const { what, signal, of, tells } of looks) {
    for (const [value, group] of Map.groupBy(holdings, of)) {
      if (value === null || group.length < 2 || !tells(group)) continue
      const licences = group.map(({ licenceNo }) => licenceNo).toSorted()
      const id = `${what} ${licences.join(' ')}`
      const known = found.get(id)
      const signals = [...(known?.signals ?? []), signal]
      found.set(id, { what, licences, signals, key: `${id} ${signals.join(' ')}` })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
