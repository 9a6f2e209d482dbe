import type { Words } from '../case-file.ts'
import { listIn } from '../fields.ts'
import { certifiedOn } from '../needs.ts'
import type { TakenFacts } from '../step-rule.ts'

/** CF 42: who is named has a certificate today and does not stand back from this case. */
export function uncertified({ input, officers, at, file }: TakenFacts): Words | undefined {
  const stoodBack = file.steps.filter(s => s.event === 'decideRecusal' && s.input['granted'] === 'yes')
  for (const id of listIn(input, 'officers')) {
    const known = officers.find(officer => officer.id === id)
    const name = known?.name ?? id
    if (!certifiedOn(known, at.today.toString()))
      return { zh: `${name}今天没有有效的执法证。`, en: `${name} holds no valid certificate today.` }
    if (stoodBack.some(s => s.input['officer'] === id))
      return { zh: `${name}已经决定回避本案。`, en: `${name} stands back from this case.` }
  }
  return undefined
}
