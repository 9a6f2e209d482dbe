/** 模型版本: what may be done with one, in every state. One table for the guard, the buttons and the tests. */
export const modelMoves = {
  learned: { propose: 'proposed' },
  proposed: { release: 'released', reject: 'rejected' },
  released: { withdraw: 'withdrawn' },
  rejected: { propose: 'proposed' },
  withdrawn: { propose: 'proposed' },
  superseded: { propose: 'proposed' },
} as const satisfies Record<string, Record<string, string>>

export type ModelState = keyof typeof modelMoves
export const modelMoveNames = ['propose', 'release', 'reject', 'withdraw'] as const
export type ModelMove = (typeof modelMoveNames)[number]

export interface MoveMade {
  readonly version: number
  readonly move: ModelMove
  readonly by: string
}

const after: Readonly<Record<ModelMove, ModelState>> = {
  propose: 'proposed',
  release: 'released',
  reject: 'rejected',
  withdraw: 'withdrawn',
}

/** The states of all versions from the moves in their order: only one is released, the one before it gives way. */
export function statesOf(versions: readonly number[], moves: readonly MoveMade[]): ReadonlyMap<number, ModelState> {
  const states = new Map<number, ModelState>(versions.map(version => [version, 'learned']))
  for (const { version, move } of moves) {
    if (move === 'release')
      for (const [other, state] of states) if (state === 'released') states.set(other, 'superseded')
    states.set(version, after[move])
  }
  return states
}

export const movesFrom = (state: ModelState): ModelMove[] => Object.keys(modelMoves[state]) as ModelMove[]

/** Who proposed the version last: another person has to release it. */
export const proposerOf = (version: number, moves: readonly MoveMade[]): string | undefined =>
  moves.findLast(one => one.version === version && one.move === 'propose')?.by
