import { gatherKnown, untilOf } from './known.ts'
import { vehicleReasons } from './reasons.ts'
import { beginSignals, combine, emptyTables, type ModelAsk, type Scored } from './signals.ts'
import { findConvoys } from './vehicles/convoys.ts'
import { findDetours } from './vehicles/detours.ts'
import { findFirstSights, findNightRuns, findReturns } from './vehicles/habits.ts'
import { gatherPasses } from './vehicles/work.ts'

const table = 'vehicle_scores'

/** 车辆研判: every plate of the last weeks in the order of suspicion, in the table `vehicle_scores`. A plate is a hash and stays one. */
export async function scoreVehicles(ask: ModelAsk): Promise<Scored> {
  const { engine, policy, asOf } = ask
  const missing = await emptyTables(engine, ['vehicle_passes', 'checkpoints', 'cases', 'clues'])
  const values = { ...policy.values, until: untilOf(asOf) }
  await beginSignals(engine)
  if (missing.includes('vehicle_passes')) {
    const none = `select '' as subject where false`
    return { table, ...(await combine(ask, { table, subjects: none, reasons: vehicleReasons })), missing }
  }
  await gatherPasses(engine, values)
  await gatherKnown(engine, { column: 'plates', asOf, missing })
  await engine.run(`insert into signal select plate, 'V01', max(sureness), json_object('来源', any_value(sources))
    from (select distinct plate from pass) join known_plates on number = plate group by plate`)
  await findNightRuns(engine, values)
  await findReturns(engine, values)
  await findConvoys(engine, values)
  await findDetours(engine, values)
  await findFirstSights(engine, values)
  const counts = await combine(ask, { table, subjects: 'select plate as subject from pass', reasons: vehicleReasons })
  for (const temporary of ['pass', 'service', 'together', 'leg', 'signal', 'verdict'])
    await engine.run(`drop table ${temporary}`)
  return { table, ...counts, missing }
}
