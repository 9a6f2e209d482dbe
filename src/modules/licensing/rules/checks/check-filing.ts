import type { Finding } from '../../contract.ts'
import { services } from '../services/table.ts'
import type { CheckPolicy, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** R17 重复申请. */
export function checkDuplicate({ openApplicationNo: applicationNo, request }: ServiceFacts): Finding {
  const { zh: service, en } = services[request.service].name
  return applicationNo === null
    ? finding('R17.none', 'pass')
    : finding('R17.open', 'stop', { applicationNo, service, serviceEn: en.toLowerCase() })
}

/** R18 告知和同意: the notice in force today, not an older one. */
export function checkConsent({ consent }: ServiceFacts, { consentVersion: version }: CheckPolicy): Finding {
  const given = consent.agreed && consent.version === version
  return given ? finding('R18.given', 'pass', { version }) : finding('R18.missing', 'stop', { version })
}
