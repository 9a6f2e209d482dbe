import type { Words } from '../case-file.ts'
import { listIn } from '../fields.ts'
import { certifiedOn } from '../needs.ts'
import type { TakenFacts } from '../step-rule.ts'

/** CF 42, 43: who is named has a certificate today, has no interest on record and does not stand back from this case. */
export function uncertified({ input, officers, at, file }: TakenFacts): Words | undefined {
  const stoodBack = file.steps.filter(s => s.event === 'decideRecusal' && s.input['granted'] === 'yes')
  for (const id of listIn(input, 'officers')) {
    const known = officers.find(officer => officer.id === id)
    const name = known?.name ?? id
    if (!certifiedOn(known, at.today.toString()))
      return { zh: `${name}今天没有有效的执法证。`, en: `${name} holds no valid certificate today.` }
    if (known?.interested === true)
      return {
        zh: `${name}登记了与本案当事人或者这一户的利害关系，应当回避，请另行指定。`,
        en: `${name} has an interest in the party or the shop on record and stands back; name another.`,
      }
    if (stoodBack.some(s => s.input['officer'] === id))
      return { zh: `${name}已经决定回避本案。`, en: `${name} stands back from this case.` }
  }
  return undefined
}
