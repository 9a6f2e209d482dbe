import { gatherKnown, untilOf } from './known.ts'
import { waybillReasons } from './reasons.ts'
import { beginSignals, combine, emptyTables, type ModelAsk, type Scored } from './signals.ts'
import { findAnts, findGatherings, findRegularLots } from './waybills/groups.ts'
import { findKnown } from './waybills/known.ts'
import { findSupport } from './waybills/support.ts'
import { findStrangeWeights, weigh } from './waybills/weight.ts'
import { gatherParcels, gatherUsual } from './waybills/work.ts'

/**
 * 运单研判: every waybill of the window in the order of suspicion, in the table `waybill_scores`. What is inside a parcel is
 * for the courier's 验视 or the police to see (邮政法 25, 36): the score only says which ones to ask about first.
 */
export async function scoreWaybills(ask: ModelAsk): Promise<Scored> {
  const { engine, policy, asOf } = ask
  const missing = await emptyTables(engine, ['waybills', 'cases', 'clues'])
  const values = { ...policy.values, until: untilOf(asOf) }
  await beginSignals(engine)
  if (missing.includes('waybills')) return { ...(await nothing(ask)), missing }
  await gatherParcels(engine, values)
  await gatherUsual(engine, values)
  await weigh(engine)
  for (const column of ['waybills', 'phones'] as const) await gatherKnown(engine, { column, asOf, missing })
  await findKnown(engine)
  await findStrangeWeights(engine, values)
  await findRegularLots(engine, values)
  await findAnts(engine, values)
  await findGatherings(engine, values)
  await findSupport(engine, values)
  const counts = await combine(ask, { table, subjects: 'select id as subject from parcel', reasons: waybillReasons })
  await engine.run('drop view weighed')
  for (const temporary of ['parcel', 'usual', 'lots', 'ants', 'suspect', 'signal', 'verdict'])
    await engine.run(`drop table ${temporary}`)
  return { table, ...counts, missing }
}

const table = 'waybill_scores'
const nothing = async (ask: ModelAsk) => ({
  table,
  ...(await combine(ask, { table, subjects: `select '' as subject where false`, reasons: waybillReasons })),
})
