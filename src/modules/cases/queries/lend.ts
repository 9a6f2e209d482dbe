import type { Fen } from '#kernel/money'
import { parseSticks, type Sticks } from '#kernel/quantity'
import type { Tx } from '#platform/database'
import { knownSums } from './sums.ts'

/** 涉案数量和货值 of the goods of a case, as partners may give them; undefined: no such case here. */
export async function lendTotals(
  tx: Tx,
  caseNo: string,
): Promise<{ readonly sticks: Sticks; readonly value: Fen } | undefined> {
  const known = await knownSums(tx, caseNo)
  if (!known) return undefined
  const sticks = parseSticks(known.totals.sticks)
  return sticks.ok ? { sticks: sticks.value, value: known.totals.value } : undefined
}
