import type { Finding } from '../../contract.ts'
import type { ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** N01 新办条件 (TL §9): funds and a place apart from a dwelling, as the applicant says; two people see it later. */
export function checkNewConditions({ request }: ServiceFacts): Finding {
  if (request.service !== 'issue') throw new Error('only a new application has conditions to meet')
  const missing = [
    ...(request.funds ? [] : [{ zh: '资金', en: 'funds' }]),
    ...(request.independent ? [] : [{ zh: '与住所分开的经营场所', en: 'premises apart from a dwelling' }]),
  ]
  if (missing.length === 0) return finding('N01.met', 'pass')
  const facts = { missing: missing.map(item => item.zh).join('、'), missingEn: missing.map(item => item.en).join(', ') }
  return finding('N01.missing', 'person', facts)
}

/** N02 新办一律由人决定: substantive facts are verified by two people first (XK §34). */
export const checkAlwaysPerson = (): Finding => finding('N02.person', 'person')
