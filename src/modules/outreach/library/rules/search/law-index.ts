import { findSummary } from '#kernel/citation'
import { codeOfTitle } from '#kernel/citations-in-text'
import { pairsOf, plainWithPlaces } from './tokens.ts'

/** An article as the library holds it. */
export interface LawArticle {
  readonly statute: number
  readonly title: string
  readonly number: number
  readonly sub: number
  readonly label: string
  readonly heading: string
  readonly body: string
}

export interface LawIndex {
  readonly articles: readonly LawArticle[]
  /** For each pair of characters: article and how often it stands there. */
  readonly postings: ReadonlyMap<string, Int32Array>
  /** Known pairs by their first and by their second character. */
  readonly beginning: ReadonlyMap<string, readonly string[]>
  readonly ending: ReadonlyMap<string, readonly string[]>
  readonly lengths: Int32Array
  /** 1 = an article of which the house has its own summary. */
  readonly known: Uint8Array
  readonly meanLength: number
  /** The title of each statute as pairs. */
  readonly titles: ReadonlyMap<number, ReadonlySet<string>>
}

/** Built once after an import; some thousands of articles take a tenth of a second. */
export function indexLaws(articles: readonly LawArticle[]): LawIndex {
  const lists = new Map<string, number[]>()
  const lengths = new Int32Array(articles.length)
  const known = new Uint8Array(articles.length)
  const titles = new Map<number, ReadonlySet<string>>()
  articles.forEach((article, at) => {
    if (!titles.has(article.statute)) titles.set(article.statute, new Set(pairsOf(shortTitle(article.title))))
    const pairs = pairsOf(plainWithPlaces(article.heading + article.body).plain)
    lengths[at] = pairs.length
    known[at] = isKnown(article) ? 1 : 0
    const counts = new Map<string, number>()
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    for (const [pair, times] of counts) {
      const list = lists.get(pair)
      if (list) list.push(at, times)
      else lists.set(pair, [at, times])
    }
  })
  const postings = new Map([...lists].map(([pair, list]) => [pair, Int32Array.from(list)]))
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const pairs = [...postings.keys()]
  const beginning = Map.groupBy(pairs, pair => pair[0] ?? '')
  const ending = Map.groupBy(pairs, pair => pair.at(-1) ?? '')
  return { articles, postings, beginning, ending, lengths, known, meanLength, titles }
}

const isKnown = ({ title, number, sub }: LawArticle): boolean => {
  const instrument = codeOfTitle(title)
  return sub === 0 && instrument !== undefined && findSummary({ instrument, article: number }) !== undefined
}

/** Nobody types 中华人民共和国. */
const shortTitle = (title: string): string => plainWithPlaces(title.replace(/^中华人民共和国/u, '')).plain
