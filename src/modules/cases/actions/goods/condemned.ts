import type { Tx } from '#platform/database'
import type { GoodsFate } from '../../rules/goods/moves.ts'
import { goodsFate } from '../../rules/procedure/goods-fate.ts'
import { standingOf } from '../../rules/procedure/standing.ts'
import { decidedSteps } from '../../store/cases.ts'

/** What the decision of the case, as it stands, says of one of its lots (决定公开销毁 first of all); a lot that went back to the party before is not meant by it. */
export async function withCondemned<L extends { readonly caseNo: string; readonly decision: string | null }>(
  tx: Tx,
  lot: L,
): Promise<L & { readonly condemned: boolean; readonly fate: GoodsFate }> {
  const meant = lot.decision !== 'return' && lot.decision !== 'transfer'
  const file = await decidedSteps(tx, lot.caseNo)
  return { ...lot, condemned: meant && standingOf(file)?.goods === 'destroy', fate: goodsFate(file) }
}
