interface Edge {
  readonly from: number
  readonly to: number
}

/**
 * 人员层级 (reference §8.6) of a group: from the matter outwards, whoever it names is the first layer, whom only they or another matter
 * lead to the second, and so on. A telephone or a plate is gone through without counting; a matter counts for nothing by itself.
 */
export function layersOf(
  start: number,
  { persons, matters }: { readonly persons: ReadonlySet<number>; readonly matters: ReadonlySet<number> },
  edges: readonly Edge[],
): number {
  const beside = new Map<number, number[]>()
  for (const { from, to } of edges)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      beside.set(one, [...(beside.get(one) ?? []), other])
  let layers = 0
  const seen = new Set([start])
  let through = [start]
  while (through.length > 0) {
    const met: number[] = []
    for (const node of through)
      for (const next of beside.get(node) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        if (persons.has(next) || matters.has(next)) met.push(next)
        else through.push(next)
      }
    if (met.some(node => persons.has(node))) layers += 1
    through = met
  }
  return layers
}
