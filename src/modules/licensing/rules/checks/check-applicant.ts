import type { Finding } from '../../contract.ts'
import { services } from '../services/table.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** R01 申请人是持证人本人. An agent comes by a mandate to the counter or the phone, and a person looks at it; the terminal stops. */
export function checkHolder({ applicantIsHolder, agent }: ServiceFacts): Finding {
  if (agent) return finding(agent.form === 'paper' ? 'R01.paperMandate' : 'R01.givenMandate', 'person')
  return applicantIsHolder ? finding('R01.holder', 'pass') : finding('R01.other', 'stop')
}

/**
 * R02 身份证件和年龄. Access opens a card session only for a valid card of an adult. The unified identity has checked document
 * and number where its level says that the person was seen (ZX 5: one authentication counts everywhere); a code to a telephone
 * has seen no document, whatever it is used for: a person looks.
 */
export function checkDocument({ identity }: ServiceFacts, policy: CheckPolicy): Finding {
  const { minimumAge } = policy
  const { documentValid, adult } = identity
  const facts = { documentValid, adult, minimumAge }
  if (documentValid === false) return finding('R02.document', 'person', facts)
  if (adult === false) return finding('R02.young', 'person', facts)
  if (documentValid === null && adult !== null && isRealName(identity, policy))
    return finding('R02.proven', 'pass', { ...facts, level: identity.level ?? null })
  if (documentValid === null || adult === null) return finding('R02.unknown', 'notChecked', facts)
  return finding('R02.valid', 'pass', facts)
}

const isRealName = ({ method, level = 0 }: ServiceFacts['identity'], policy: CheckPolicy): boolean =>
  (policy.realNameMethods ?? []).includes(method) && level >= (policy.realNameLevel ?? Number.POSITIVE_INFINITY)

/**
 * R03 身份核验办法. For most services the card alone is enough; a face check is one way among several (FR 10). Services that end
 * or change a right ask for more than holding a card (加强核验): the card with a code, a face, the unified identity, the window. A comparison that did not come
 * out is no reason to refuse anything: a person looks, whatever the service.
 */
export function checkMethod({ identity, request }: ServiceFacts, policy: CheckPolicy): Finding {
  const { method, face } = identity
  if (!policy.identityMethods.includes(method)) return finding('R03.other', 'person', { method })
  if (face && face.result !== 'passed') return finding(`R03.${face.result}`, 'person', { method, score: face.score })
  if (services[request.service].stepUp && !policy.stepUpMethods.includes(method))
    return finding('R03.stepUp', 'person', { method })
  // A typed card shows what an officer saw, not what the chip says: enough for the window, not for ending a right unseen.
  if (services[request.service].stepUp && identity.typed) return finding('R03.typed', 'person', { method })
  if (method === 'face' && face) return finding('R03.face', 'pass', { method, score: face.score })
  return finding('R03.accepted', 'pass', { method })
}

/** R19 同一帮办员一天内帮办过多，或者同一电话给多人帮办: an indicator of a stand-in, looked at by a person. */
export function checkHelper(facts: ServiceFacts, policy: CheckPolicy): Finding {
  const { assistedToday: count, assistedWithPhone: others = 0 } = facts
  const { helperDailyLimit: limit, phoneDailyLimit } = policy
  if (count === null) return finding('R19.alone', 'pass')
  if (phoneDailyLimit !== undefined && others >= phoneDailyLimit)
    return finding('R19.phone', 'person', { others, limit: phoneDailyLimit })
  return count > limit ? finding('R19.many', 'person', { count, limit }) : finding('R19.few', 'pass', { count, limit })
}
