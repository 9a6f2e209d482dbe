import type { Finding } from '../../contract.ts'
import { changeItems } from '../services/change.ts'
import type { ServiceFacts } from './facts.ts'
import { finding } from './finding.ts'

/** Changes that touch no fact the licence was granted on: the holder's word is enough (reference §3, auto-grant candidates). */
const simpleItems: readonly string[] = ['phone']

/**
 * C01 变更事项: a move and a new subject are a new application, not a change (reference §2.2); what changes the face or
 * the conditions of the grant is looked at by a person.
 */
export function checkChangeItems({ request }: ServiceFacts): Finding {
  if (request.service !== 'change') throw new Error('only a change has items')
  const { items } = request
  const labels = changeItems.filter(item => items.includes(item.value))
  const facts = { items: labels.map(item => item.zh).join('、'), itemsEn: labels.map(item => item.en).join(', ') }
  if (items.includes('move')) return finding('C01.move', 'stop', facts)
  if (items.includes('subject')) return finding('C01.subject', 'stop', facts)
  return items.every(item => simpleItems.includes(item))
    ? finding('C01.simple', 'pass', facts)
    : finding('C01.person', 'person', facts)
}

/** C02 恢复营业: same place and same operator as before the suspension, by the holder's own word. */
export function checkUnchanged({ request }: ServiceFacts): Finding {
  if (request.service !== 'resume') throw new Error('only a resumption asks whether anything changed')
  switch (request.same) {
    case 'same':
      return finding('C02.same', 'pass')
    case 'placeChanged':
      return finding('C02.place', 'stop')
    default:
      return finding('C02.operator', 'person')
  }
}
