import { expect, it } from 'vitest'
import { type ModelMove, type MoveMade, movesFrom, proposerOf, statesOf } from './model-moves.ts'

const made = (version: number, move: ModelMove, by = 'staff:a'): MoveMade => ({ version, move, by })
const states = (...moves: MoveMade[]) => [...statesOf([1, 2], moves).values()]

it('only one version is released; what is released after it takes its place', () => {
  expect(states()).toEqual(['learned', 'learned'])
  expect(states(made(1, 'propose'), made(1, 'release'))).toEqual(['released', 'learned'])
  expect(states(made(1, 'propose'), made(1, 'release'), made(2, 'propose'), made(2, 'release'))).toEqual([
    'superseded',
    'released',
  ])
  expect(states(made(1, 'propose'), made(1, 'release'), made(1, 'withdraw'))).toEqual(['withdrawn', 'learned'])
  expect(states(made(1, 'propose'), made(1, 'reject'))).toEqual(['rejected', 'learned'])
})

it('every way to a release leads through a proposal', () => {
  expect(movesFrom('proposed')).toEqual(['release', 'reject'])
  for (const state of ['learned', 'rejected', 'withdrawn', 'superseded'] as const)
    expect(movesFrom(state)).toEqual(['propose'])
  expect(
    proposerOf(1, [made(1, 'propose', 'staff:a'), made(1, 'reject', 'staff:b'), made(1, 'propose', 'staff:c')]),
  ).toBe('staff:c')
  expect(proposerOf(2, [made(1, 'propose')])).toBeUndefined()
})
