import type { Engine } from '../lake/engine.ts'
import {
  type ModelAsk,
  placesOf,
  reasonZh,
  type Scored,
  type ScoreRow,
  scoreVehicles,
  scoreVessels,
  scoreWaybills,
  topScores,
  transportPolicy,
  type Whereabouts,
} from '../transport/index.ts'
import type { RaisedAlert } from './judge.ts'

/** 运单、车辆、船舶: a model each, with the name of its file and of the column that names its subjects. */
export const movingModels = [
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

export type MovingModel = (typeof movingModels)[number]

export interface Judging {
  readonly engine: Engine
  readonly asOf: Temporal.PlainDate
}

/** One model over an opened lake. `keep` sees the table of all scores before it is dropped. */
export async function judgeMoving(
  { engine, asOf }: Judging,
  model: MovingModel,
  keep: (table: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly alerts: readonly RaisedAlert[]; readonly scored: Scored }> {
  const policy = transportPolicy(asOf)
  const scored = await model.score({ engine, asOf: asOf.toString(), policy })
  await keep(scored.table)
  const first = await topScores(engine, scored.table, Number(policy.values['alertsEach']))
  await engine.run(`drop table ${scored.table}`)
  const worth = first.filter(({ score }) => score >= Number(policy.values['alertScore']))
  const ask = { engine, asOf: asOf.toString(), policy }
  const places = await placesOf(
    ask,
    model.subjectKind,
    worth.map(({ subject }) => subject),
  )
  return {
    alerts: worth.map(row => alertOf(model, row, places.get(row.subject) ?? { areaCode: policy.county })),
    scored,
  }
}

const alertOf = ({ kind, subjectKind }: MovingModel, row: ScoreRow, where: Whereabouts): RaisedAlert => ({
  kind,
  subjectKind,
  subject: row.subject,
  ...where,
  score: row.score,
  reasons: row.reasons,
  evidence: row.reasons.map(code => ({ code, say: reasonZh(code), ...asRecord(row.evidence[code]) })),
})

const asRecord = (facts: unknown): Record<string, unknown> =>
  typeof facts === 'object' && facts !== null ? { ...facts } : {}
