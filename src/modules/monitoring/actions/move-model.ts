import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { modelFrom } from '../model/stored.ts'
import { type ModelMove, movesFrom, proposerOf, statesOf } from '../rules/model-moves.ts'
import { findVersion, lockMoves, saveMove } from '../store/model.ts'

export interface ModelMoveRequest {
  readonly version: number
  readonly move: ModelMove
  readonly why: string
  readonly by: string
  readonly at: Moment
}

/** 提请启用、启用、退回、停用: by two people, and never a version that would visit a town, a size or a market type beyond the limit. */
export async function moveModel(tx: Tx, { version, move, why, by, at }: ModelMoveRequest): Promise<Result<undefined>> {
  const moves = await lockMoves(tx)
  const known = await findVersion(tx, version)
  if (!known) return refuse('notFound')
  if (why.trim() === '') return refuse('modelWhyMissing')
  const state = statesOf([version, ...moves.map(one => one.version)], moves).get(version) ?? 'learned'
  if (!movesFrom(state).includes(move)) return refuse('modelMoveClosed')
  if (move === 'release') {
    if (proposerOf(version, moves) === by) return refuse('modelSamePerson')
    if (modelFrom(known.model) === undefined) return refuse('modelOutdated')
    const [worst] = known.report.breaches.toSorted((a, b) => b.ratio - a.ratio)
    if (worst)
      return refuse('modelLeans', { dimension: worst.dimension, group: worst.group, ratio: worst.ratio.toFixed(1) })
  }
  await saveMove(tx, { version, move, why: why.trim(), by, at: at.instant.toString() })
  return ok(undefined)
}
