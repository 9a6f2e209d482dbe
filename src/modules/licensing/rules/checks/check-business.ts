import type { Finding } from '../../contract.ts'
import type { BusinessFact, ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** R04 营业执照有效且与许可证一致. What could not be asked is not held against the retailer: a person looks. */
export function checkBusiness({ business }: ServiceFacts): Finding {
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

/** R04 变更后的登记事项与营业执照一致: only for what the market regulator registers. */
export function checkBusinessOfChange({ request, business }: ServiceFacts): Finding {
  if (request.service !== 'change') throw new Error('only a change has new values')
  const entries = Object.entries(request.agrees)
  if (entries.length === 0) return finding('R04.notNeeded', 'pass')
  if (business.kind === 'unavailable') return finding('R04.unavailable', 'notChecked')
  const different = entries.filter(([, agrees]) => agrees !== true).map(([item]) => item)
  const facts = { different: different.join(',') }
  return different.length === 0 ? finding('R04.changeSame', 'pass') : finding('R04.changeDiffers', 'person', facts)
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
