import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chinaCalendar } from '#platform/calendar'
import { writeCsv } from '#platform/csv'
import { findHotspots, hotspotPolicy } from '../hotspots/index.ts'
import { type Scored, writeScores } from '../transport/index.ts'
import { hotPlaces } from './hot-places.ts'
import { judgeMoving, type MovingModel, movingModels } from './moving.ts'
import type { MoreScorer, WatchTools } from './run.ts'

/** The scorers of roads, parcels and the sea, then where and when: each writes its file of the formats. */
export const moreScorers: readonly MoreScorer[] = [...movingModels.map(scorerOf), scoreHotspots]

function scorerOf(model: MovingModel): MoreScorer {
  return async ({ engine, asOf, out }) => {
    const { alerts, scored } = await judgeMoving({ engine, asOf }, model, table =>
      writeScores(engine, { table, subjectColumn: model.subjectColumn }, join(out, model.file)),
    )
    return { file: model.file, alerts, say: [sayOf(model.file, scored)] }
  }
}

const sayOf = (file: string, { subjects, suspicious, missing }: Scored): string =>
  `${file}：${subjects} 个对象，${suspicious} 个有理由${missing.length > 0 ? `；没有数据：${missing.join('、')}` : ''}`

/** `hotspots.csv`, and beside it what the forecasts of the last weeks were worth, the peaks and the drift. */
async function scoreHotspots({ engine, asOf, out }: WatchTools): ReturnType<MoreScorer> {
  const report = await findHotspots({ engine, asOf, policy: hotspotPolicy(asOf), calendar: chinaCalendar })
  await writeCsv(join(out, 'hotspots.csv'), [
    ['h3_cell', 'weekday', 'hour_from', 'hour_to', 'score', 'rank', 'reasons'],
    ...report.rows.map(r => [r.cell, r.weekday, r.hourFrom, r.hourTo, r.score, r.rank, r.reasons.join(';')]),
  ])
  const { check, peaks, drift, unplaced, missing } = report
  await writeFile(
    join(out, 'hotspots.json'),
    `${JSON.stringify({ asOf, check, peaks, drift, unplaced, missing }, null, 2)}\n`,
  )
  return { file: 'hotspots.csv', alerts: hotPlaces(report, hotspotPolicy(asOf)), say: [check.say, drift.say] }
}
