import type { Chance } from '../chance.ts'

/** A count with this mean; beyond 30 its normal neighbour. */
export function poisson(chance: Chance, mean: number): number {
  if (mean <= 0) return 0
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)))
  const least = Math.exp(-mean)
  let count = 0
  for (let product = chance.next(); product > least; product *= chance.next()) count += 1
  return count
}

export const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())

/** Around 1, with this spread of its logarithm. */
export const spread = (chance: Chance, sigma: number): number => Math.exp(sigma * normal(chance))

/** Looks like the digest another system would send; it is the digest of nothing. */
export const hashLike = (chance: Chance): string =>
  Array.from({ length: 4 }, () => chance.int(0, 0xffffffff).toString(16).padStart(8, '0')).join('')

/** That many different members, in the order of chance. */
export function someOf<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) taken.push(...left.splice(chance.int(0, left.length - 1), 1))
  return taken
}

/** The member at a place that is known to exist. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return value
}
