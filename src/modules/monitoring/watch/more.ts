import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chinaCalendar } from '#platform/calendar'
import { writeCsv } from '#platform/csv'
import { findHotspots, hotspotPolicy } from '../hotspots/index.ts'
import {
  type ModelAsk,
  reasonZh,
  type Scored,
  type ScoreRow,
  scoreVehicles,
  scoreVessels,
  scoreWaybills,
  topScores,
  transportPolicy,
  writeScores,
} from '../transport/index.ts'
import type { RaisedAlert } from './judge.ts'
import type { MoreScorer, WatchTools } from './run.ts'

const models = [
  {
    kind: 'suspectWaybill',
    subjectKind: 'waybill',
    subjectColumn: 'waybill_no',
    file: 'waybill_scores.csv',
    score: scoreWaybills,
  },
  {
    kind: 'suspectVehicle',
    subjectKind: 'vehicle',
    subjectColumn: 'plate_hash',
    file: 'vehicle_scores.csv',
    score: scoreVehicles,
  },
  {
    kind: 'suspectVessel',
    subjectKind: 'vessel',
    subjectColumn: 'mmsi',
    file: 'vessel_scores.csv',
    score: scoreVessels,
  },
] as const satisfies readonly {
  readonly kind: string
  readonly subjectKind: RaisedAlert['subjectKind']
  readonly subjectColumn: string
  readonly file: string
  readonly score: (ask: ModelAsk) => Promise<Scored>
}[]

/** The scorers of roads, parcels and the sea, then where and when: each writes its file of the formats. */
export const moreScorers: readonly MoreScorer[] = [...models.map(scorerOf), scoreHotspots]

function scorerOf(model: (typeof models)[number]): MoreScorer {
  return async ({ engine, asOf, out }) => {
    const policy = transportPolicy(asOf)
    const scored = await model.score({ engine, asOf: asOf.toString(), policy })
    const { table } = scored
    await writeScores(engine, { table, subjectColumn: model.subjectColumn }, join(out, model.file))
    const first = await topScores(engine, table, Number(policy.values['alertsEach']))
    await engine.run(`drop table ${table}`)
    const worth = first.filter(({ score }) => score >= Number(policy.values['alertScore']))
    return { file: model.file, alerts: worth.map(row => alertOf(model, row)), say: [sayOf(model.file, scored)] }
  }
}

const sayOf = (file: string, { subjects, suspicious, missing }: Scored): string =>
  `${file}：${subjects} 个对象，${suspicious} 个有理由${missing.length > 0 ? `；没有数据：${missing.join('、')}` : ''}`

const alertOf = ({ kind, subjectKind }: (typeof models)[number], row: ScoreRow): RaisedAlert => ({
  kind,
  subjectKind,
  subject: row.subject,
  areaCode: null,
  score: row.score,
  reasons: row.reasons,
  evidence: row.reasons.map(code => ({ code, say: reasonZh(code), ...asRecord(row.evidence[code]) })),
})

const asRecord = (facts: unknown): Record<string, unknown> =>
  typeof facts === 'object' && facts !== null ? { ...facts } : {}

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
  return { file: 'hotspots.csv', alerts: [], say: [check.say, drift.say] }
}
