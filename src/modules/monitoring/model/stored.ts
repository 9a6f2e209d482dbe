import { type CountyModel, countyFeatures } from './county.ts'

/** A county model as JSON: what a stored version keeps. */
export interface StoredModel {
  readonly codes: readonly string[]
  readonly level: number
  readonly treeShare: number
  readonly calibration: { readonly shift: number; readonly slope: number }
  readonly line: {
    readonly mean: readonly number[]
    readonly spread: readonly number[]
    readonly weight: readonly number[]
    readonly intercept: number
  }
  readonly forest: { readonly cuts: readonly (readonly number[])[]; readonly trees: readonly StoredTree[] } | null
}

interface StoredTree {
  readonly feature: number[]
  readonly cut: number[]
  readonly left: number[]
  readonly value: number[]
}

export const storedOf = ({ level, model }: CountyModel): StoredModel => ({
  codes: countyFeatures.map(({ name }) => name),
  level,
  treeShare: model.treeShare,
  calibration: model.calibration,
  line: {
    mean: [...model.line.moments.mean],
    spread: [...model.line.moments.spread],
    weight: [...model.line.weight],
    intercept: model.line.intercept,
  },
  forest:
    model.forest === undefined
      ? null
      : { cuts: model.forest.bins.cuts.map(cuts => [...cuts]), trees: model.forest.trees },
})

/** Undefined when the indicators have changed since: such a model would read one column for another. */
export function modelFrom({
  codes,
  level,
  treeShare,
  calibration,
  line,
  forest,
}: StoredModel): CountyModel | undefined {
  const same = codes.length === countyFeatures.length && codes.every((code, n) => code === countyFeatures[n]?.name)
  if (!same) return undefined
  return {
    level,
    model: {
      treeShare,
      calibration,
      line: {
        moments: { mean: Float64Array.from(line.mean), spread: Float64Array.from(line.spread) },
        weight: Float64Array.from(line.weight),
        intercept: line.intercept,
      },
      forest:
        forest === null
          ? undefined
          : {
              features: countyFeatures,
              bins: { cuts: forest.cuts.map(cuts => Float64Array.from(cuts)) },
              trees: forest.trees,
            },
    },
  }
}
