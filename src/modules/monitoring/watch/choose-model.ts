import type { Tx } from '#platform/database'
import { type CountyModel, priorModel, type ShopDay, scoreCounty } from '../model/county.ts'
import { addShares, driftOf } from '../model/drift.ts'
import { fairnessBreaches, type GroupRate, visitRates } from '../model/fairness.ts'
import type { ModelPolicy } from '../model/policy.ts'
import { modelFrom } from '../model/stored.ts'
import { statesOf } from '../rules/model-moves.ts'
import { findVersion, listMoves, type ModelDay, type VersionParts } from '../store/model.ts'

/** The version that two people released and nobody has withdrawn. */
export async function findReleased(tx: Tx): Promise<VersionParts | undefined> {
  const moves = await listMoves(tx)
  const states = statesOf([], moves)
  const [no] = [...states].find(([, state]) => state === 'released') ?? []
  return no === undefined ? undefined : findVersion(tx, no)
}

export interface ChosenModel extends Pick<ModelDay, 'version' | 'stopped' | 'drift' | 'rates'> {
  readonly model: CountyModel
}

/**
 * Who judges today: the released version, unless the indicators are no longer its own or its order of today would visit a group
 * beyond the limit. Then, and before any release, the published prior.
 */
export function chooseModel(
  released: VersionParts | undefined,
  today: readonly ShopDay[],
  policy: ModelPolicy,
): ChosenModel {
  const prior = priorModel(policy.prior)
  const known = released && modelFrom(released.model)
  const drift = released === undefined ? [] : driftOf(released.shares, addShares([], today), policy.drift)
  if (released === undefined || known === undefined)
    return {
      model: prior,
      version: null,
      stopped: released ? 'outdated' : null,
      drift,
      rates: ratesOf(prior, today, policy),
    }
  const rates = ratesOf(known, today, policy)
  return fairnessBreaches(rates).length > 0
    ? { model: prior, version: null, stopped: 'unfair', drift, rates }
    : { model: known, version: released.no, stopped: null, drift, rates }
}

function ratesOf(model: CountyModel, today: readonly ShopDay[], { fairness }: ModelPolicy): GroupRate[] {
  const scores = scoreCounty(model, today)
  return visitRates(
    today.map(({ groups }, n) => ({ groups, score: scores[n]?.score ?? 0 })),
    fairness,
  )
}
