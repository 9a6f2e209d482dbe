import { formatCitation } from '#kernel/citation'
import { ruling } from '../violations/table.ts'
import type { Measure } from '../violations/words.ts'
import type { Words } from './case-file.ts'
import { licenceMeasures, type Sanction } from './sanction.ts'

/** What an article orders done to the trade itself, and what of the form says so; each of them gives the right to a hearing (CF 63). */
const ordered: Readonly<Partial<Record<Measure, readonly Sanction['licence'][]>>> = {
  close: ['stop'],
  suspend: ['stop'],
  rectify: ['stop', 'revoke'],
  noAuctions: ['revoke'],
}

/** 责令关闭、暂停业务、取消资格 that the article orders are not left out of the opinion; undefined where none is ordered or it is there. */
export function tradeFault(s: Sanction, violation: string | null, like: string | null | undefined): Words | undefined {
  const row = s.result === 'penalty' ? ruling(violation, like) : undefined
  const wanted = row?.measures.map(measure => ordered[measure]).find(ways => ways !== undefined)
  const article = row?.sanction.at(-1)
  if (wanted === undefined || article === undefined || wanted.includes(s.licence)) return undefined
  const names = wanted.map(way => `“${licenceMeasures[way].zh}”`).join('或者')
  return {
    zh: `${formatCitation(article)}规定了对经营的处罚，其他处罚请选${names}。`,
    en: `The article orders more: choose ${wanted.map(way => licenceMeasures[way].en.toLowerCase()).join(' or ')}.`,
  }
}
