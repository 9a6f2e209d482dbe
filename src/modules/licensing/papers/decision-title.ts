import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'
import { decisionOf, proceedingPapers } from './proceeding/kinds.ts'
import { decisionTitles } from './titles.ts'

const isService = (text: string): text is ServiceCode => Object.hasOwn(services, text)

/** 送达的文书: what was decided, of an application or of a proceeding, with the certificate where a new one comes with it. */
export function papersToServe(service: string, result: 'grant' | 'deny'): string {
  if (isService(service)) {
    const { title } = decisionTitles[service][result === 'grant' ? 'grant' : 'denial']
    return result === 'grant' && services[service].newFace ? `${title}及烟草专卖零售许可证` : title
  }
  const kind = Object.entries(decisionOf).find(([key]) => key === service)?.[1]
  return kind === undefined ? '' : proceedingPapers[kind].title
}
