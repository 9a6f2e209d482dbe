import type { TextDigest } from './canonical.ts'
import { type DrawManifest, type DrawResult, drawFormat, officersPerGroup } from './manifest.ts'

type Selected = DrawResult['selected'][number]
type Group = DrawResult['groups'][number]

const byScore = (a: { score: string; id: string }, b: { score: string; id: string }): number =>
  a.score === b.score ? (a.id < b.id ? -1 : 1) : a.score < b.score ? -1 : 1

/** The share of a class that is drawn, rounded up: one shop of a small class is still drawn. */
export const drawnOf = (size: number, rate: number): number => Math.ceil((size * rate) / 10_000)

/**
 * 随机抽取检查对象. Every shop gets the number SM3(seed, class, licence); the lowest of each class are drawn. Nothing is divided, so no shop is
 * favoured by a remainder, and a shop's number does not depend on who else is on the list.
 */
function selectObjects(manifest: DrawManifest, seed: string, digest: TextDigest): readonly Selected[] {
  const excluded = new Set(manifest.exclusions.map(({ object }) => object))
  const pool = manifest.objects.filter(({ id }) => !excluded.has(id))
  return [...Map.groupBy(pool, ({ stratum }) => stratum)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([stratum, shops]) => {
      const prefix = `${drawFormat}|object|${seed}|${stratum}|`
      const scored = shops.map(({ id, area }) => ({ id, stratum, area, score: digest(prefix + id) }))
      return scored.toSorted(byScore).slice(0, drawnOf(shops.length, manifest.rule.rates[stratum] ?? 0))
    })
}

/**
 * 随机选派检查人员. The drawn shops of a town are taken in the order of their numbers in groups; each group draws its two officers in the same way
 * from those whose certificate lasts until the visits end and who need not stand back from any shop of it. Fewer than two: an empty place that
 * is published as it is, for a person to solve by a repeated draw, never filled by hand.
 */
function assignOfficers(
  manifest: DrawManifest,
  selected: readonly Selected[],
  chance: { readonly seed: string; readonly digest: TextDigest },
): readonly Group[] {
  const stands = Map.groupBy(manifest.recusals, ({ object }) => object)
  return [...Map.groupBy(selected, ({ area }) => area)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([area, shops]) => chunks(shops.toSorted(byScore), manifest.rule.groupSize, area))
    .map(({ key, objects }) => {
      const back = new Set(objects.flatMap(id => (stands.get(id) ?? []).map(({ officer }) => officer)))
      const prefix = `${drawFormat}|officer|${chance.seed}|${key}|`
      const officers = manifest.officers
        .filter(({ id, validTo }) => validTo >= manifest.visitsTo && !back.has(id))
        .map(({ id }) => ({ id, score: chance.digest(prefix + id) }))
        .toSorted(byScore)
        .slice(0, officersPerGroup)
        .map(({ id }) => id)
      return { key, objects, officers }
    })
}

function chunks(shops: readonly Selected[], size: number, area: string): { key: string; objects: string[] }[] {
  const count = Math.ceil(shops.length / size)
  return Array.from({ length: count }, (_, index) => ({
    key: `${area}-${index + 1}`,
    objects: shops.slice(index * size, (index + 1) * size).map(({ id }) => id),
  }))
}

/** The whole draw, as server, command, portal and any stranger make it. */
export function draw(manifest: DrawManifest, seed: string, digest: TextDigest): DrawResult {
  const selected = selectObjects(manifest, seed, digest)
  return { seed, selected: [...selected], groups: [...assignOfficers(manifest, selected, { seed, digest })] }
}
