import { foldWidth } from '#kernel/fold-width'
import type { RequestFacts } from '../checks/facts.ts'
import { type Answers, chosen, type Known, said } from './question.ts'
import type { ServiceCode } from './service.ts'

/** What the rules see of the answers: choices and days; of names and addresses only whether they agree with a register. */
export function requestFacts(service: ServiceCode, answers: Answers, known: Known): RequestFacts {
  const text = (key: string) => said(answers, key) ?? ''
  switch (service) {
    case 'renewal':
      return { service }
    case 'suspend':
      return { service, from: text('from'), to: text('to'), reason: text('reason') }
    case 'resume':
      return { service, same: text('same') }
    case 'reissue':
      return { service, cause: text('cause'), which: text('which') }
    case 'close':
      return { service, reason: text('reason') }
    case 'change':
      return {
        service,
        items: chosen(answers, 'items'),
        agrees: agreements(answers, known),
        scope: said(answers, 'scope') === undefined ? null : chosen(answers, 'scope'),
      }
    case 'issue':
      return {
        service,
        independent: text('independent') === 'yes',
        funds: text('funds') === 'yes',
        scope: chosen(answers, 'scope'),
      }
  }
}

const registered = { shopName: 'name', operator: 'operatorName', addressText: 'address' } as const

function agreements(answers: Answers, { business }: Known): Record<string, boolean | null> {
  const items = Object.entries(registered).filter(([item]) => chosen(answers, 'items').includes(item))
  return Object.fromEntries(
    items.map(([item, field]) => {
      const text = answers[item] ?? ''
      return [item, business === null || text === '' ? null : plain(text) === plain(business[field])]
    }),
  )
}

/** Width, blanks and punctuation differ between two registers without meaning anything. */
const plain = (text: string): string =>
  foldWidth(text)
    .normalize('NFC')
    .replace(/[\s\p{P}]/gu, '')
    .toUpperCase()
