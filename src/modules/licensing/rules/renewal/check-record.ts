import type { Finding } from '../../contract.ts'
import type { HoldKind, RenewalFacts, RenewalPolicy } from './facts.ts'
import { finding } from './finding.ts'

/** R11 一户多证: an indicator only; a family member as employee is lawful. */
export function checkOperator({ sameOperatorLicences: count }: RenewalFacts): Finding {
  if (count === null) return finding('R11.unknown', 'notChecked')
  return count > 0 ? finding('R11.several', 'person', { count }) : finding('R11.single', 'pass', { count })
}

export const holdLabels: Readonly<Record<HoldKind, { readonly zh: string; readonly en: string }>> = {
  openCase: { zh: '未结案件', en: 'an open case' },
  rectification: { zh: '责令整改未验收', en: 'a rectification not yet accepted' },
  unpaidFine: { zh: '未缴罚款', en: 'an unpaid fine' },
}

/** R12 未结案件、整顿、未缴罚款. No national rule bars the renewal (reference §2.2): a person looks. */
export function checkHolds({ holds }: RenewalFacts): Finding {
  if (holds.length === 0) return finding('R12.clear', 'pass')
  const labels = [...new Set(holds)].map(kind => holdLabels[kind])
  return finding('R12.open', 'person', {
    holds: labels.map(label => label.zh).join('、'),
    holdsEn: labels.map(label => label.en).join(', '),
  })
}

/** A01 实地核查: substantive facts were seen by two people not too long ago (XK 34). */
export function checkSiteCheck({ siteCheckAgeDays: days }: RenewalFacts, policy: RenewalPolicy): Finding {
  const maximumDays = policy.siteCheckMaxAgeDays
  if (days === null) return finding('A01.none', 'person', { maximumDays })
  // A check dated in the future is a slip of a hand or a clock: it proves nothing.
  const fresh = days >= 0 && days <= maximumDays
  return fresh
    ? finding('A01.fresh', 'pass', { days, maximumDays })
    : finding('A01.old', 'person', { days, maximumDays })
}
