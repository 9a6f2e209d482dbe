import { inShares, type LevelShares } from './chance.ts'
import type { Comparison } from './comparison.ts'

type Groups = readonly (readonly number[])[]

const pairsOf = (size: number): number => (size * (size - 1)) / 2

export const pairsWithin = (groups: Groups): number => groups.reduce((sum, { length }) => sum + pairsOf(length), 0)

/** How often records of one group agree on each level. */
export function sharesWithin(groups: Groups, { fields, levelOf }: Comparison): LevelShares {
  return fields.map(({ kind, value }, at) => {
    const seen = new Array<number>(kind.levels).fill(0.5)
    for (const group of groups)
      for (let x = 0; x < group.length; x += 1)
        for (let y = x + 1; y < group.length; y += 1) {
          const level = levelOf[at]?.(value[group[x] ?? 0] ?? -1, value[group[y] ?? 0] ?? -1) ?? -1
          if (level >= 0) seen[level] = (seen[level] ?? 0) + 1
        }
    return inShares(seen)
  })
}

/** The share of the pairs within groups that are of one of two files. */
export function shareOfOneFile(groups: Groups, second: number): number {
  let ofOne = 0
  for (const group of groups) {
    const left = group.filter(record => record < second).length
    ofOne += pairsOf(left) + pairsOf(group.length - left)
  }
  return ofOne / Math.max(1, pairsWithin(groups))
}
