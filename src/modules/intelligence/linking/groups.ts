import type { Evidence } from './evidence.ts'
import type { Field } from './field.ts'

interface Said {
  readonly values: number[]
  readonly times: number[]
  total: number
}

/** Log2 of the mean factor over the pairs of members that both speak. */
function word(x: Said | undefined, y: Said | undefined, factorOf: (a: number, b: number) => number): number {
  if (!x || !y || x.total === 0 || y.total === 0) return 0
  let factor = 0
  for (let i = 0; i < x.values.length; i += 1)
    for (let j = 0; j < y.values.length; j += 1)
      factor += (x.times[i] ?? 0) * (y.times[j] ?? 0) * factorOf(x.values[i] ?? -1, y.values[j] ?? -1)
  return Math.log2(factor / (x.total * y.total))
}

/** Records held to be one person, and all values they have brought. */
interface Group {
  readonly members: number[]
  /** For each field: its values and how many members have each. */
  readonly said: Said[]
}

export interface Grouping {
  /** Goes through the pairs, strongest first, and joins the groups that together reach the threshold (log2 odds). */
  join(pairs: Iterable<number>, threshold: number): void
  groups(): number[][]
}

export interface GroupingOf {
  readonly fields: readonly Field[]
  readonly n: number
  readonly evidence: Evidence
  /** Log2 odds that two records drawn at random are of one person. */
  readonly prior: number
  /** Two files without doubles of their own: a group may hold one record of each side. */
  readonly border: number | undefined
}

/**
 * Groups grow by what all their members say together: a record without birthday that shares the name with one
 * member and the address with another belongs, one that resembles a single member only by chance does not. For each
 * field the factor is the mean over the pairs of members that both speak.
 */
export function startGrouping({ fields, n, evidence, prior, border }: GroupingOf): Grouping {
  const leader = Int32Array.from({ length: n }, (_, record) => record)
  const groups: (Group | undefined)[] = Array.from({ length: n }, (_, record) => ({
    members: [record],
    said: fields.map(({ value }) => {
      const own = value[record] ?? -1
      return own < 0 ? { values: [], times: [], total: 0 } : { values: [own], times: [1], total: 1 }
    }),
  }))

  function leaderOf(record: number): number {
    let at = record
    while (leader[at] !== at) {
      const up = leader[at] ?? at
      leader[at] = leader[up] ?? up
      at = up
    }
    return at
  }

  const words = new Float64Array(fields.length)
  function odds(a: Group, b: Group): number {
    let sum = prior
    for (let at = 0; at < fields.length; at += 1) {
      words[at] = word(a.said[at], b.said[at], (x, y) => evidence.ofValues(at, x, y))
      sum += words[at] ?? 0
    }
    evidence.dependent.forEach(({ field, on }, which) => {
      if ((words[on] ?? 0) <= 0 || (words[field] ?? 0) <= 0) return
      sum += word(a.said[field], b.said[field], (x, y) => evidence.ofValuesGiven(which, x, y)) - (words[field] ?? 0)
    })
    return sum
  }

  const mayMeet = (a: Group, b: Group): boolean =>
    border === undefined ||
    (a.members.length + b.members.length === 2 && (a.members[0] ?? 0) < border !== (b.members[0] ?? 0) < border)

  function unite(to: number, from: number): void {
    const [big, small] = [groups[to], groups[from]]
    if (!big || !small) return
    leader[from] = to
    big.members.push(...small.members)
    small.said.forEach((said, at) => {
      const into = big.said[at]
      if (!into) return
      said.values.forEach((value, i) => {
        const place = into.values.indexOf(value)
        if (place >= 0) into.times[place] = (into.times[place] ?? 0) + (said.times[i] ?? 0)
        else {
          into.values.push(value)
          into.times.push(said.times[i] ?? 0)
        }
      })
      into.total += said.total
    })
    groups[from] = undefined
  }

  return {
    join(pairs, threshold) {
      for (const pair of pairs) {
        const [a, b] = [leaderOf(Math.floor(pair / n)), leaderOf(pair % n)]
        const [x, y] = [groups[a], groups[b]]
        if (a === b || !x || !y || !mayMeet(x, y) || odds(x, y) < threshold) continue
        if (x.members.length >= y.members.length) unite(a, b)
        else unite(b, a)
      }
    },
    groups: () => groups.flatMap(group => (group ? [group.members] : [])),
  }
}
