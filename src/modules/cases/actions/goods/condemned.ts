import type { Tx } from '#platform/database'
import { standingOf } from '../../rules/procedure/standing.ts'
import { decidedSteps } from '../../store/cases.ts'

/** 决定公开销毁 of the case, as it stands, joined to one of its lots; a lot that went back to the party before is not meant by it. */
export async function withCondemned<L extends { readonly caseNo: string; readonly decision: string | null }>(
  tx: Tx,
  lot: L,
): Promise<L & { readonly condemned: boolean }> {
  const meant = lot.decision !== 'return' && lot.decision !== 'transfer'
  return { ...lot, condemned: meant && standingOf(await decidedSteps(tx, lot.caseNo))?.goods === 'destroy' }
}
