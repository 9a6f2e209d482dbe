import type { GoodsFate } from '../goods/moves.ts'
import type { CaseFile, TakenStep } from './case-file.ts'
import { standingOf } from './standing.ts'

/** A decision binds from its service (CF 61); on the spot it is handed over at once. A case that ended without one takes nothing. */
const letsGo = ({ event, to }: TakenStep): boolean =>
  event === 'serve' || event === 'decideOnSpot' || to === 'notFiled' || to === 'withdrawn' || to === 'terminated'

/** The day from which goods of the case may be disposed of; undefined while they are evidence (CF 56), here, with the police or elsewhere. */
export const disposableFrom = ({ steps }: Pick<CaseFile, 'steps'>): string | undefined => steps.find(letsGo)?.on

/** What the decision, as it stands, says of the goods; `open` before it was served. */
export function goodsFate(file: Pick<CaseFile, 'steps' | 'decidedOn'>): GoodsFate {
  if (disposableFrom(file) === undefined) return 'open'
  const standing = standingOf(file)
  return standing?.result === 'penalty' ? standing.goods : 'none'
}
