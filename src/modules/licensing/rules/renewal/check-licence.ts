import type { Finding } from '../../contract.ts'
import { isLive, licenceStateFacts } from '../licence/moves.ts'
import type { RenewalFacts, RenewalPolicy } from './facts.ts'
import { finding } from './finding.ts'

/** R05 许可证状态. A licence that has ended is never renewed; one that is suspended or being rectified needs a look. */
export function checkState({ licenceState }: RenewalFacts): Finding {
  const { zh, en } = licenceStateFacts[licenceState]
  const facts = { state: zh, stateEn: en }
  if (licenceState === 'valid') return finding('R05.valid', 'pass', facts)
  if (licenceState === 'expired') return finding('R05.expired', 'person', facts)
  return isLive(licenceState) ? finding('R05.person', 'person', facts) : finding('R05.ended', 'stop', facts)
}

/** R06 申请时间. Too early only tells the day; late is received and decided by a person (reference §2.2). */
export function checkWindow({ window }: RenewalFacts): Finding {
  const { kind, daysLeft, opensOn, lastTimelyDay, validTo } = window
  const facts = { opensOn, lastTimelyDay, validTo, daysLeft }
  switch (kind) {
    case 'early':
      return finding('R06.early', 'stop', facts)
    case 'open':
      return finding('R06.open', 'pass', facts)
    case 'late':
      return finding('R06.late', 'person', facts)
    case 'expired':
      return finding('R06.expired', 'person', facts)
  }
}

/** R07 停业时长. */
export function checkSuspension({ suspension }: RenewalFacts, policy: RenewalPolicy): Finding {
  if (suspension === 'none') return finding('R07.none', 'pass')
  if (suspension === 'unknown') return finding('R07.unknown', 'notChecked')
  const facts = { days: suspension.days, maximumDays: policy.suspensionMaximumDays }
  return suspension.days > policy.suspensionMaximumDays
    ? finding('R07.long', 'person', facts)
    : finding('R07.short', 'pass', facts)
}
