/** The value below which a share of the sorted values lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Runs `work` over the items with so many at once; the milliseconds it took in all. */
export async function timed<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, lane: number) => Promise<void>,
): Promise<number> {
  const waiting = [...items]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, lane)
    }),
  )
  return performance.now() - began
}
