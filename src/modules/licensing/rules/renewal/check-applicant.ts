import type { Finding } from '../../contract.ts'
import type { RenewalFacts, RenewalPolicy } from './facts.ts'
import { finding } from './finding.ts'

/** R01 申请人是持证人本人. An agent brings a written mandate to the counter, so the terminal stops. */
export function checkHolder({ applicantIsHolder }: RenewalFacts): Finding {
  return applicantIsHolder ? finding('R01.holder', 'pass') : finding('R01.other', 'stop')
}

/** R02 身份证件和年龄. Access opens a card session only for a valid card of an adult; other ways may not tell. */
export function checkDocument({ identity }: RenewalFacts, { minimumAge }: RenewalPolicy): Finding {
  const { documentValid, adult } = identity
  const facts = { documentValid, adult, minimumAge }
  if (documentValid === false) return finding('R02.document', 'person', facts)
  if (adult === false) return finding('R02.young', 'person', facts)
  if (documentValid === null || adult === null) return finding('R02.unknown', 'notChecked', facts)
  return finding('R02.valid', 'pass', facts)
}

/** R03 身份核验办法. The card alone is enough; a face check is one way among several (FR 10). */
export function checkMethod({ identity }: RenewalFacts, { identityMethods }: RenewalPolicy): Finding {
  const { method } = identity
  return identityMethods.includes(method)
    ? finding('R03.accepted', 'pass', { method })
    : finding('R03.other', 'person', { method })
}
