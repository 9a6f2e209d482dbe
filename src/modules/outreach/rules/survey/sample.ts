/** A shop of the register that may be drawn. */
export interface FrameUnit {
  readonly licenceNo: string
  readonly town: string
}

export interface DrawnUnit extends FrameUnit {
  readonly rank: number
}

/**
 * 分层抽样: so many shops, shared among the towns in proportion to their shops (largest remainder), at least two where there are
 * two, so that every town's spread can be estimated (Cochran, Sampling Techniques, 5.9). Within a town the lowest SM3 of
 * seed and licence number are taken: anybody with the seed and the list draws the same.
 */
export function drawUnits(
  frame: readonly FrameUnit[],
  wanted: number,
  scoreOf: (licenceNo: string) => string,
): readonly DrawnUnit[] {
  const towns = Map.groupBy(frame, ({ town }) => town)
  const shares = allocate(
    [...towns].map(([town, units]) => ({ town, frame: units.length })),
    wanted,
  )
  return [...towns]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([town, units]) =>
      units
        .map(unit => ({ ...unit, score: scoreOf(unit.licenceNo) }))
        .sort((one, other) => (one.score < other.score ? -1 : 1))
        .slice(0, shares.get(town) ?? 0)
        .map(({ score: _, ...unit }, n) => ({ ...unit, rank: n + 1 })),
    )
}

export function allocate(
  towns: readonly { readonly town: string; readonly frame: number }[],
  wanted: number,
): ReadonlyMap<string, number> {
  const all = towns.reduce((sum, { frame }) => sum + frame, 0)
  const total = Math.min(wanted, all)
  const quotas = towns.map(({ town, frame }) => {
    const quota = all === 0 ? 0 : (total * frame) / all
    const least = Math.min(2, frame)
    return { town, frame, given: Math.max(least, Math.floor(quota)), rest: quota - Math.floor(quota) }
  })
  let left = total - quotas.reduce((sum, { given }) => sum + given, 0)
  for (const quota of quotas.toSorted((one, other) => other.rest - one.rest)) {
    if (left <= 0) break
    if (quota.given >= quota.frame) continue
    quota.given += 1
    left -= 1
  }
  return new Map(quotas.map(({ town, given }) => [town, given]))
}
