import type { Outcome } from '../draw/room.ts'
import { foldContent } from './content.ts'
import type { VisitFacts } from './decide.ts'

/** What a record still lacks, in the order in which a person would do it. */
export type Missing = 'checks' | 'outcome' | 'twoWords' | 'photo' | 'retailer' | 'scanOut' | 'officers'

/** Nobody was met: nobody could sign or be asked; a picture has to show it. */
const nobodyMet: readonly string[] = ['unreachable', 'closedDown'] satisfies Outcome[]

interface Whole {
  readonly checklist: readonly string[]
  readonly officers: readonly string[]
  /** SM3 of the content as it now stands. */
  readonly digest: string
}

/** 出笔录的条件: every point of the checklist answered, one word for each, signed or refused, left, and two officers under this very content. */
export function missingFor(facts: VisitFacts, { checklist, officers, digest }: Whole): readonly Missing[] {
  const { fields, conflicts } = foldContent(facts.lines)
  const outcome = fields['outcome']?.['outcome']
  const away = typeof outcome === 'string' && nobodyMet.includes(outcome)
  const signers = new Set(
    facts.signatures.filter(one => one.who === 'officer' && one.digest === digest).map(({ by }) => by),
  )
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['checks', !away && checklist.some(check => fields[`check.${check}`] === undefined)],
    ['outcome', outcome === undefined],
    ['twoWords', conflicts.length > 0],
    ['photo', away && facts.photos.length === 0],
    ['retailer', !away && !facts.signatures.some(one => one.who !== 'officer')],
    ['scanOut', !facts.scans.some(one => one.way === 'out')],
    ['officers', officers.some(officer => !signers.has(officer))],
  ]
  return lacks.flatMap(([name, lack]) => (lack ? [name] : []))
}
