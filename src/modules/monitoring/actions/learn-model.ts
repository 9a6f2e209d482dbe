import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/dates'
import type { Database } from '#platform/database'
import { type InspectedShopDay, scoreCounty } from '../model/county.ts'
import { type OutcomeDrift, outcomeDrift } from '../model/outcome-drift.ts'
import { type ModelPolicy, modelPolicy } from '../model/policy.ts'
import { modelFrom, storedOf } from '../model/stored.ts'
import { monitoringPolicy } from '../policy.ts'
import { endLearning, noteLearning, saveVersion, type VersionParts } from '../store/model.ts'
import { findReleased } from '../watch/choose-model.ts'
import { withHouseLake } from '../watch/house-lake.ts'
import { learnFromLake } from '../watch/learn.ts'

const everything = { areas: 'all' } as const

/** 重新学习: a new version from the visits in the lake, for people to look at. It judges nothing until two of them release it. */
export async function learnModel(
  house: { readonly database: Database; readonly lake: string },
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<number | undefined> {
  const { database } = house
  const policy = modelPolicy(at.today)
  await database.within(everything, tx => noteLearning(tx, by, at.instant.toString()))
  const ask = { asOf: at.today, policy: monitoringPolicy(at.today), model: policy }
  const { model, lessons, report } = await withHouseLake({ ...house, memory: '512MB' }, engine =>
    learnFromLake({ engine, ...ask }),
  )
  const { visits, outcomes } = report
  return database.within(everything, async tx => {
    const sinceRelease = driftSince(await findReleased(tx), lessons.visits)
    const end = { visits, outcomes, at: at.instant.toString(), sinceRelease }
    if (outcomes < policy.lessons.leastOutcomes) {
      await endLearning(tx, { ...end, outcome: 'tooLittle' })
      return undefined
    }
    const no = await saveVersion(tx, {
      at: at.instant.toString(),
      by,
      asOf: at.today.toString(),
      hash: lessons.hash,
      policy: digestOf(policy),
      model: storedOf(model),
      report,
      shares: lessons.shares,
    })
    await endLearning(tx, { ...end, outcome: no === undefined ? 'same' : 'stored' })
    return no
  })
}

/** What the released version says of visits later than its lessons: they were no part of what it knows. */
function driftSince(released: VersionParts | undefined, visits: readonly InspectedShopDay[]): OutcomeDrift | undefined {
  const model = released && modelFrom(released.model)
  if (released === undefined || model === undefined) return undefined
  const later = visits.filter(({ day }) => day > released.report.to)
  const scores = scoreCounty(model, later)
  return outcomeDrift(
    released.no,
    later.map(({ outcome }, n) => ({ outcome, score: scores[n]?.score ?? 0 })),
  )
}

/** Of the values that shape a model; another value of the bureau makes no new version. */
const digestOf = ({ prior, lessons }: ModelPolicy): string =>
  createHash('sha256')
    .update(JSON.stringify([[...prior.weights], prior.intercept, prior.trust, lessons]))
    .digest('hex')
