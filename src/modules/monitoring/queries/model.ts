import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ModelView, RateView, VersionView } from '../contract.ts'
import type { CountyReport, CountyTest } from '../model/county-report.ts'
import { fairnessBreaches, type GroupRate } from '../model/fairness.ts'
import type { ModelPolicy } from '../model/policy.ts'
import { indicators } from '../rules/indicators/all.ts'
import { movesFrom, proposerOf, statesOf } from '../rules/model-moves.ts'
import { listMoves, type ModelDay } from '../store/model.ts'
import { townNames } from './alerts.ts'

const shown = 20

interface VersionRow {
  readonly no: number
  readonly learnedAt: string
  readonly askedBy: string
  readonly lessonsFrom: string
  readonly lessonsTo: string
  readonly visits: number
  readonly outcomes: number
  readonly lessonsHash: string
  readonly report: CountyReport
}

const testOf = ({ between, calibration, ...test }: CountyTest): NonNullable<VersionView['test']> => ({
  ...test,
  ...(between === undefined ? {} : { between: [...between] }),
  calibration: [...calibration],
})

/** 模型页: everything about the market model that a person needs to release it, or to stop it. */
export async function findModelView(tx: Tx, policy: ModelPolicy, reader: string): Promise<ModelView> {
  const { rows } =
    await sql<VersionRow>`select no, learned_at, asked_by, lessons_from, lessons_to, visits, outcomes, lessons_hash, report
    from monitoring.model_version order by no desc limit ${shown}`.execute(tx)
  const moves = await listMoves(tx)
  const names = await staffNames(tx)
  const states = statesOf(rows.map(({ no }) => no).toReversed(), moves)
  const towns = await townNames(tx)
  const named = (rates: readonly GroupRate[]): RateView[] =>
    rates.map(rate => ({ ...rate, group: towns.get(rate.group) ?? rate.group }))
  const today = await sql<ModelDay>`select day, at, version, stopped, drift, rates, visited
    from monitoring.model_day order by day desc limit 1`.execute(tx)
  const learning = await sql<NonNullable<ModelView['learning']>>`
    select asked_at, ended_at, outcome, visits, outcomes, since_release from monitoring.learning`.execute(tx)
  const [day] = today.rows
  return {
    indicators: indicators.map(({ code, zh, en, meaning }) => ({
      ...{ code, zh, en, meaning },
      prior: policy.prior.weights.get(code) ?? 0,
    })),
    versions: rows.map((row): VersionView => {
      const state = states.get(row.no) ?? 'learned'
      return {
        no: row.no,
        state,
        moves: movesFrom(state),
        learnedAt: row.learnedAt,
        byPerson: row.askedBy.startsWith('staff:'),
        lessonsFrom: row.lessonsFrom,
        lessonsTo: row.lessonsTo,
        visits: row.visits,
        outcomes: row.outcomes,
        hash: row.lessonsHash,
        ...(row.report.test === undefined ? {} : { test: testOf(row.report.test) }),
        weights: row.report.weights.map(({ code, learned }) => ({ code, learned })),
        rates: named(row.report.rates),
        unfair: fairnessBreaches(row.report.rates).length > 0,
        mine: proposerOf(row.no, moves) === reader,
        history: moves
          .filter(({ version }) => version === row.no)
          .map(({ move, why, by, at }) => ({ move, why, by: names.get(by) ?? by, at })),
      }
    }),
    today:
      day === undefined
        ? null
        : { ...day, drift: [...day.drift], rates: named(day.rates), visited: named(day.visited) },
    learning: learning.rows[0] ?? null,
    limits: {
      firstShare: policy.fairness.share,
      mostRatio: policy.fairness.mostRatio,
      leastOutcomes: policy.lessons.leastOutcomes,
      driftWatch: policy.drift.watchFrom,
      driftAlarm: policy.drift.alarmFrom,
      alertChance: policy.alertChance,
    },
  }
}

/** By the label under which their acts are kept. */
async function staffNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ label: string; name: string }>`
    select 'staff:' || id::text as label, name from access.published_staff`.execute(tx)
  return new Map(rows.map(({ label, name }) => [label, name]))
}
