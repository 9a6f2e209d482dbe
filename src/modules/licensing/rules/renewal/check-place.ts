import type { Finding } from '../../contract.ts'
import type { RenewalFacts, RenewalPolicy } from './facts.ts'
import { finding } from './finding.ts'

/**
 * R08 学校周边. A straight line is never longer than the walk, so a line of the limit or more proves that the shop is
 * far enough; a shorter line proves nothing and sends two officers with a measuring wheel.
 */
export function checkSchools({ gates }: RenewalFacts, policy: RenewalPolicy): Finding {
  const { schoolMetres, kindergartenMetres } = policy
  if (gates === null) return finding('R08.unknown', 'notChecked', { schoolMetres, kindergartenMetres })
  const near = isNearer(gates.school, schoolMetres) || isNearer(gates.kindergarten, kindergartenMetres)
  const facts = {
    school: metresZh(gates.school),
    schoolEn: metresEn(gates.school),
    kindergarten: metresZh(gates.kindergarten),
    kindergartenEn: metresEn(gates.kindergarten),
    schoolMetres,
    kindergartenMetres,
  }
  return near ? finding('R08.near', 'person', facts) : finding('R08.far', 'pass', facts)
}

const isNearer = (metres: number | null, limit: number): boolean => metres !== null && metres < limit
const metresZh = (metres: number | null): string => (metres === null ? '附近没有' : `${Math.floor(metres)}米`)
const metresEn = (metres: number | null): string => (metres === null ? 'none nearby' : `${Math.floor(metres)} m`)

/** R10 同一地址的其他许可证. */
export function checkAddress({ sameAddressLicences: count }: RenewalFacts): Finding {
  if (count === null) return finding('R10.unknown', 'notChecked')
  return count > 0 ? finding('R10.shared', 'person', { count }) : finding('R10.alone', 'pass', { count })
}
