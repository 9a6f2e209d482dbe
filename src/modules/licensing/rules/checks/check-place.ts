import type { Finding } from '../../contract.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'
import { holdWords } from './hold-words.ts'
import { limitOf, reachOf, schoolVerdict } from './school-verdict.ts'

/**
 * R08 学校周边 (WB 59): asked when a right begins or begins anew (新办, 延续); whoever holds a licence keeps it until its day, also where a
 * school came to stand beside it (XK 8). A walk that two officers signed is the legal value; without one the map may only say far enough.
 */
export function checkSchools(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const { schoolMetres, kindergartenMetres } = policy
  const { kind, gate } = schoolVerdict(facts, policy)
  if (gate === null)
    return kind === 'far'
      ? finding('R08.none', 'pass', { schoolMetres, kindergartenMetres })
      : finding('R08.unknown', 'notChecked', { schoolMetres, kindergartenMetres })
  const [what, whatEn] = gate.kind === 'kindergarten' ? ['幼儿园', 'kindergarten'] : ['中小学', 'school']
  const said = { what, whatEn, metres: reachOf(gate), limit: limitOf(gate, policy) }
  if (kind === 'inside')
    return finding(facts.request.service === 'issue' ? 'R08.insideNew' : 'R08.inside', 'person', said)
  return kind === 'near' ? finding('R08.near', 'person', said) : finding(`R08.${kind}` as 'R08.far', 'pass', said)
}

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
  const scope = request.service === 'change' || request.service === 'issue' ? request.scope : null
  if (!scope?.includes('电子烟零售')) return finding('R16.none', 'pass')
  const { kind } = schoolVerdict(facts, policy)
  if (kind === 'unknown') return finding('R16.unknown', 'notChecked')
  return kind === 'inside' || kind === 'near' ? finding('R16.near', 'person') : finding('R16.plan', 'person')
}
