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

/** R04 新办的营业执照: what the regulator has is taken over, so only what the applicant says otherwise can differ. */
export function checkBusinessOfNew(facts: ServiceFacts): Finding {
  const { business } = facts
  if (business.kind !== 'found' || !business.live) return checkBusiness(facts)
  const { differences, ...same } = differencesOf(business)
  if (differences === undefined) return finding('R04.newSame', 'pass', same)
  return finding('R04.newDiffers', 'person', { ...same, ...differences })
}

function compare(found: Extract<BusinessFact, { kind: 'found' }>): Finding {
  const { differences, ...facts } = differencesOf(found)
  if (!found.live) return finding('R04.ended', 'person', facts)
  return differences === undefined
    ? finding('R04.same', 'pass', facts)
    : finding('R04.differs', 'person', { ...facts, ...differences })
}

interface Differences {
  readonly live: boolean
  readonly sameName: boolean
  readonly sameOperator: boolean
  readonly sameAddress: boolean
  /** Words for what differs; absent where nothing does. */
  readonly differences?: { readonly differences: string; readonly differencesEn: string }
}

function differencesOf({
  live,
  sameName,
  sameOperator,
  sameAddress,
}: Extract<BusinessFact, { kind: 'found' }>): Differences {
  const facts = { live, sameName, sameOperator, sameAddress }
  const rows = [
    { same: sameName, zh: '名称', en: 'name' },
    { same: sameOperator, zh: '经营者', en: 'operator' },
    { same: sameAddress, zh: '地址', en: 'address' },
  ].filter(row => !row.same)
  if (rows.length === 0) return facts
  const [differences, differencesEn] = [rows.map(row => row.zh).join('、'), rows.map(row => row.en).join(', ')]
  return { ...facts, differences: { differences, differencesEn } }
}
