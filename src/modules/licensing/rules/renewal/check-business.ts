import type { Finding } from '../../contract.ts'
import type { BusinessFact, RenewalFacts } from './facts.ts'
import { finding } from './finding.ts'

/** R04 营业执照有效且与许可证一致. What could not be asked is not held against the retailer: a person looks. */
export function checkBusiness({ business }: RenewalFacts): Finding {
  switch (business.kind) {
    case 'noCode':
      return finding('R04.noCode', 'notChecked')
    case 'unavailable':
      return finding('R04.unavailable', 'notChecked')
    case 'notFound':
      return finding('R04.notFound', 'person')
    case 'found':
      return compare(business)
  }
}

function compare(found: Extract<BusinessFact, { kind: 'found' }>): Finding {
  const { live, sameName, sameOperator, sameAddress } = found
  const facts = { live, sameName, sameOperator, sameAddress }
  if (!live) return finding('R04.ended', 'person', facts)
  const rows = [
    { same: sameName, zh: '名称', en: 'name' },
    { same: sameOperator, zh: '经营者', en: 'operator' },
    { same: sameAddress, zh: '地址', en: 'address' },
  ].filter(row => !row.same)
  if (rows.length === 0) return finding('R04.same', 'pass', facts)
  const words = { differences: rows.map(row => row.zh).join('、'), differencesEn: rows.map(row => row.en).join(', ') }
  return finding('R04.differs', 'person', { ...facts, ...words })
}
