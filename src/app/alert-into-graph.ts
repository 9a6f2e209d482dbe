import type { Moment } from '#kernel/dates'
import { learnEvidence } from '#modules/intelligence'
import { readTies } from '#modules/monitoring'
import type { Tx } from '../platform/database.ts'
import type { Services } from '../platform/module.ts'

/** 预警属实: its evidence enters the graph, after the clue that came of it; a false or unclear one leaves only that it was raised. */
export async function alertIntoGraph(
  tx: Tx,
  { alertId, verdict }: { readonly alertId: string; readonly verdict: string },
  { keyring, config, at }: Pick<Services, 'keyring' | 'config'> & { readonly at: Moment },
): Promise<void> {
  if (verdict !== 'true') return
  const ties = await readTies(tx, alertId, config.dataFolder)
  if (ties) await learnEvidence(tx, ties, { keyring, at })
}
