import { untilOf } from './known.ts'
import { vesselReasons } from './reasons.ts'
import { beginSignals, combine, emptyTables, type ModelAsk, type Scored } from './signals.ts'
import { findLandings } from './vessels/landings.ts'
import { findDarkGaps, findHandovers, findLoitering, findMeetings } from './vessels/stays.ts'
import { gatherSlots } from './vessels/work.ts'

const table = 'vessel_scores'

/** 船舶研判: the boats off 横陂 in the order of suspicion, in the table `vessel_scores`. What happens at sea is for 海警 and 海关 first. */
export async function scoreVessels(ask: ModelAsk): Promise<Scored> {
  const { engine, policy, asOf } = ask
  const missing = await emptyTables(engine, ['vessel_positions', 'vehicle_passes', 'checkpoints'])
  const values = { ...policy.values, until: untilOf(asOf) }
  await beginSignals(engine)
  if (missing.includes('vessel_positions')) {
    const none = `select '' as subject where false`
    return { table, ...(await combine(ask, { table, subjects: none, reasons: vesselReasons })), missing }
  }
  await gatherSlots(engine, values)
  await findLoitering(engine, values)
  await findMeetings(engine, values)
  await findDarkGaps(engine, values)
  await findLandings(engine, values)
  await findHandovers(engine, values)
  const subjects = `select distinct mmsi as subject from vessel_positions where "at" < timestamptz '${values.until}'`
  const counts = await combine(ask, { table, subjects, reasons: vesselReasons })
  for (const temporary of ['slot', 'ground', 'still', 'stay', 'companion', 'meeting', 'landing', 'signal', 'verdict'])
    await engine.run(`drop table ${temporary}`)
  return { table, ...counts, missing }
}
