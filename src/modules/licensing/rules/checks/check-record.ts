import { addIsoMonths } from '#kernel/iso-day'
import type { Finding } from '../../contract.ts'
import { type BarFact, barKinds, type CheckPolicy, type ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'
import { holdWords } from './hold-words.ts'

const shared = {
  phone: { zh: '联系电话', en: 'telephone' },
  account: { zh: '付款账户', en: 'bank account' },
  device: { zh: '订货设备', en: 'order device' },
} as const

/** R11 一户多证: an indicator only; members of a family may lawfully hold a licence each, and one may work for another. */
export function checkOperator({ sameOperatorLicences: count, household = {} }: ServiceFacts): Finding {
  if (count === null) return finding('R11.unknown', 'notChecked')
  if (count > 0) return finding('R11.several', 'person', { count })
  const hits = (Object.keys(shared) as (keyof typeof shared)[]).filter(key => (household[key] ?? 0) > 0)
  if (hits.length === 0) return finding('R11.single', 'pass', { count })
  return finding('R11.household', 'person', {
    what: hits.map(key => shared[key].zh).join('、'),
    whatEn: hits.map(key => shared[key].en).join(', '),
    count: Math.max(...hits.map(key => household[key] ?? 0)),
  })
}

/** R12 未结案件、整顿、未缴罚款. No national rule bars the renewal (reference §2.2): a person looks. */
export function checkHolds({ holds }: ServiceFacts): Finding {
  const open = holds.filter(kind => ['openCase', 'rectification', 'unpaidFine'].includes(kind))
  return open.length === 0 ? finding('R12.clear', 'pass') : finding('R12.open', 'person', holdWords(open))
}

/** R13 三年、一年之内的不良记录: a refusal needs a person, a statement and an article that the bureau confirms (reference §3). */
export function checkDisqualified({ holds, bars: dated, today }: ServiceFacts, { barYears }: CheckPolicy): Finding {
  const stands = ({ kind, since }: BarFact) =>
    barYears === undefined || addIsoMonths(since, 12 * barYears[kind]) > today
  // 新办 brings the days, and a bar ends with its years; on a licence a reported bar stands until it is lifted.
  const bars = dated ? dated.filter(stands).map(({ kind }) => kind) : barKinds.filter(kind => holds.includes(kind))
  return bars.length === 0 ? finding('R13.clear', 'pass') : finding('R13.found', 'person', holdWords(bars))
}

/** R14 违法经营的数额 (S205 43 (7)). */
export function checkAmounts({ holds }: ServiceFacts): Finding {
  return holds.includes('amountsReached') ? finding('R14.reached', 'person') : finding('R14.clear', 'pass')
}

/** A01 实地核查: substantive facts were seen by two people not too long ago (XK 34). */
export function checkSiteCheck({ siteCheckAgeDays: days }: ServiceFacts, policy: CheckPolicy): Finding {
  const maximumDays = policy.siteCheckMaxAgeDays
  if (days === null) return finding('A01.none', 'person', { maximumDays })
  // A check dated in the future is a slip of a hand or a clock: it proves nothing.
  const fresh = days >= 0 && days <= maximumDays
  return fresh
    ? finding('A01.fresh', 'pass', { days, maximumDays })
    : finding('A01.old', 'person', { days, maximumDays })
}
