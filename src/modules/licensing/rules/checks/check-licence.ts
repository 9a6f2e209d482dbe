import { addIsoDays, addIsoMonths, isoDaysBetween } from '#kernel/iso-day'
import { nextState } from '#kernel/state-table'
import type { Finding } from '../../contract.ts'
import { isLive, type LicenceState, licenceMoves, licenceStateFacts } from '../licence/moves.ts'
import { services } from '../services/table.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/**
 * R05 许可证状态: whether the state table has a way for this service from here. What is possible but not in the ordinary
 * course (整顿, 届满) is looked at by a person.
 */
export function checkState({ licenceState, request }: ServiceFacts): Finding {
  const { licenceEvent, name } = services[request.service]
  const { zh, en } = licenceStateFacts[licenceState]
  const facts = { state: zh, stateEn: en, service: name.zh, serviceEn: name.en.toLowerCase() }
  if (!nextState(licenceMoves, licenceState, licenceEvent).ok) return finding(notNow(licenceState), 'stop', facts)
  if (licenceState === 'expired') return finding('R05.expired', 'person', facts)
  const ordinary = licenceState === 'valid' || (licenceState === 'suspended' && licenceEvent !== 'renew')
  return ordinary ? finding('R05.valid', 'pass', facts) : finding('R05.person', 'person', facts)
}

function notNow(state: LicenceState): 'R05.notSuspended' | 'R05.suspended' | 'R05.ended' {
  if (state === 'valid') return 'R05.notSuspended'
  return isLive(state) ? 'R05.suspended' : 'R05.ended'
}

/** R06 申请时间. Too early only tells the day; late is received and decided by a person (reference §2.2). */
export function checkWindow({ window }: ServiceFacts): Finding {
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

/**
 * R07 申请停业的时间 (S205 §23): from one month up to one year, beginning in the future. A shorter pause needs no
 * application, a longer one cannot be granted; both stop with the reason, and neither is a refusal.
 */
export function checkRequestedSuspension({ request, today, window }: ServiceFacts, policy: CheckPolicy): Finding {
  if (request.service !== 'suspend') throw new Error('only a suspension has a beginning and an end')
  const { from, to } = request
  const days = isoDaysBetween(from, to) + 1
  const { suspensionMinimumMonths: months, suspensionMaximumDays: maximumDays } = policy
  const facts = { from, to, days, months, maximumDays, validTo: window.validTo }
  if (from <= today) return finding('R07.past', 'stop', facts)
  if (addIsoDays(to, 1) < addIsoMonths(from, months)) return finding('R07.tooShort', 'stop', facts)
  if (days > maximumDays) return finding('R07.tooLong', 'stop', facts)
  return to > window.validTo ? finding('R07.beyondTerm', 'person', facts) : finding('R07.asked', 'pass', facts)
}

/** R07 停业时长. */
export function checkSuspension({ suspension }: ServiceFacts, policy: CheckPolicy): Finding {
  if (suspension === 'none') return finding('R07.none', 'pass')
  if (suspension === 'unknown') return finding('R07.unknown', 'notChecked')
  const facts = { days: suspension.days, maximumDays: policy.suspensionMaximumDays }
  return suspension.days > policy.suspensionMaximumDays
    ? finding('R07.long', 'person', facts)
    : finding('R07.short', 'pass', facts)
}
