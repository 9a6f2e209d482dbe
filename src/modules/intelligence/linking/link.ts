import { candidatePairs } from './candidates.ts'
import { sharesByChance } from './chance.ts'
import { type Companions, companionsOf } from './companions.ts'
import { type Comparison, comparePairs } from './comparison.ts'
import { independentFields } from './compose.ts'
import { type Dependence, dependences } from './dependence.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { fieldOf } from './field.ts'
import { firstEstimate } from './first-estimate.ts'
import { startGrouping } from './groups.ts'
import { pairsWithin, shareOfOneFile, sharesWithin } from './within.ts'

/** A table of persons as it was read: one row a record, every cell as text. */
export interface Records {
  readonly ids: readonly string[]
  readonly columns: readonly { readonly name: string; readonly cells: readonly string[] }[]
  /** Where the second file begins; undefined when one file is searched for records of the same person. */
  readonly second: number | undefined
}

/** Two records held to be of one person; the score is the probability from the two alone, at least ½ when their groups vouch for them. */
export interface Link {
  readonly left: number
  readonly right: number
  readonly score: number
}

/** Groups, shares of agreement, companions and dependences teach each other; after three rounds next to nothing changes. */
const rounds = 3
/** Log2 odds a join must reach, round by round within one: the sure ones first, so that groups can speak for the doubtful. */
const thresholds = [8, 2, -1.5]
/** Pairs with lower log2 odds are not looked at with their groups. */
const hopeless = -9
/** However few the records are, two that say nothing of each other are not one person. */
const leastDoubt = -4
/** Below this share of doubles within one file, the two files are held to have none of their own. */
const fewDoubles = 0.02

/**
 * Which records are of the same person, without examples and without knowing the columns: kinds of columns are
 * recognised, agreement is weighed after Fellegi and Sunter (A Theory for Record Linkage, JASA 1969) with weights learned by EM,
 * and records are gathered into groups that are judged as a whole.
 */
export function linkRecords({ ids, columns, second }: Records): Link[] {
  const n = ids.length
  if (n < 2) return []
  const fields = independentFields(columns.map(({ name, cells }) => fieldOf(name, cells)))
  const comparison = comparePairs(fields, candidatePairs(fields, n), n)
  const byChance = sharesByChance(fields, comparison.levelOf, n)
  let same = firstEstimate(comparison, byChance, n)
  let learned: { companions?: readonly Companions[]; repeats: readonly Dependence[] } = { repeats: [] }
  let [pairsOfOne, border]: [number, number | undefined] = [n, undefined]
  for (let round = 1; ; round += 1) {
    const evidence = evidenceOf(comparison, { same, byChance }, learned, n)
    const prior = Math.min(leastDoubt, Math.log2(Math.max(1, pairsOfOne) / ((n * (n - 1)) / 2)))
    const grouping = startGrouping({ fields, n, evidence, prior, border })
    const strongest = strongestFirst(comparison, evidence, prior)
    for (const threshold of thresholds) grouping.join(strongest, threshold)
    const groups = grouping.groups()
    if (round === rounds) return linksOf(groups, { evidence, prior, second })
    same = sharesWithin(groups, comparison)
    learned = {
      companions: fields.map(field => companionsOf(field, groups)),
      repeats: dependences({ fields, levelOf: comparison.levelOf, byChance, groups, n }),
    }
    pairsOfOne = pairsWithin(groups)
    if (second !== undefined && shareOfOneFile(groups, second) < fewDoubles) border = second
  }
}

function strongestFirst({ pairs }: Comparison, evidence: Evidence, prior: number): Float64Array {
  const odds = new Float64Array(pairs.length)
  const kept: number[] = []
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const ofPair = evidence.ofPair(pair) + prior
    odds[pair] = ofPair
    if (ofPair > hopeless) kept.push(pair)
  }
  const order = Uint32Array.from(kept).sort((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
  return Float64Array.from(order, pair => pairs[pair] ?? 0)
}

interface Judged {
  readonly evidence: Evidence
  readonly prior: number
  readonly second: number | undefined
}

function linksOf(groups: readonly (readonly number[])[], { evidence, prior, second }: Judged): Link[] {
  const links: Link[] = []
  for (const group of groups) {
    const sorted = group.toSorted((a, b) => a - b)
    sorted.forEach((left, at) => {
      for (const right of sorted.slice(at + 1)) {
        if (second !== undefined && left < second === right < second) continue
        const odds = prior + evidence.ofRecords(left, right)
        links.push({ left, right, score: Math.max(0.5, 1 / (1 + 2 ** -odds)) })
      }
    })
  }
  return links
}
