import type { Finding } from '../../contract.ts'
import { leastMetres } from './check-layout.ts'
import type { CheckPolicy, GateFacts, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'
import { holdWords } from './hold-words.ts'

/**
 * R08 学校周边. A straight line is never longer than the walk, so a line of the limit or more proves that the shop is
 * far enough; a shorter line proves nothing and sends two officers with a measuring wheel.
 */
export function checkSchools(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const { schoolMetres, kindergartenMetres } = policy
  const gates = leastGates(facts)
  if (gates === null) return finding('R08.unknown', 'notChecked', { schoolMetres, kindergartenMetres })
  const near = isNearer(gates.school, schoolMetres) || isNearer(gates.kindergarten, kindergartenMetres)
  const said = {
    school: metresZh(gates.school),
    schoolEn: metresEn(gates.school),
    kindergarten: metresZh(gates.kindergarten),
    kindergartenEn: metresEn(gates.kindergarten),
    schoolMetres,
    kindergartenMetres,
  }
  return near ? finding('R08.near', 'person', said) : finding('R08.far', 'pass', said)
}

/** Of a place whose position is less than certain, the lines as short as they can be. */
function leastGates(facts: ServiceFacts): GateFacts | null {
  const { gates } = facts
  const least = (metres: number | null) => (metres === null ? null : leastMetres(metres, facts))
  return gates && facts.place ? { school: least(gates.school), kindergarten: least(gates.kindergarten) } : gates
}

const isNearer = (metres: number | null, limit: number): boolean => metres !== null && metres < limit
const metresZh = (metres: number | null): string => (metres === null ? '附近没有' : `${Math.floor(metres)}米`)
const metresEn = (metres: number | null): string => (metres === null ? 'none nearby' : `${Math.floor(metres)} m`)

/** R10 同一地址的其他许可证. */
export function checkAddress({ sameAddressLicences: count }: ServiceFacts): Finding {
  if (count === null) return finding('R10.unknown', 'notChecked')
  return count > 0 ? finding('R10.shared', 'person', { count }) : finding('R10.alone', 'pass', { count })
}

const premisesHolds = ['unsafePremises', 'notIndependent'] as const

/** R15 经营场所: found unsafe or not apart from a dwelling, by whoever reported it; a site check follows (S205 43 (1)(5)). */
export function checkPremises({ holds, request }: ServiceFacts): Finding {
  const reported = premisesHolds.filter(kind => holds.includes(kind))
  if (reported.length > 0) return finding('R15.reported', 'person', holdWords(reported))
  if (request.service === 'issue' && !request.independent) return finding('R15.dwelling', 'person')
  return finding('R15.clear', 'pass')
}

/** R16 电子烟: a scope with e-cigarettes near a school or outside the plan is looked at by a person (EC 18). */
export function checkECigarettes(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const { request } = facts
  const gates = leastGates(facts)
  const scope = request.service === 'change' || request.service === 'issue' ? request.scope : null
  if (!scope?.includes('电子烟零售')) return finding('R16.none', 'pass')
  if (gates === null) return finding('R16.unknown', 'notChecked')
  const near = isNearer(gates.school, policy.schoolMetres) || isNearer(gates.kindergarten, policy.kindergartenMetres)
  return near ? finding('R16.near', 'person') : finding('R16.plan', 'person')
}
