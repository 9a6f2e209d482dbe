import type { LawArticle, LawIndex } from './law-index.ts'
import { likeness } from './likeness.ts'
import { readQuestion } from './question.ts'
import { fullTitle, otherWords } from './synonyms.ts'
import { pairsOf, plainWithPlaces } from './tokens.ts'

export interface LawHit {
  readonly article: LawArticle
  readonly score: number
  /** A piece of the text around the found words, and where in it they stand. */
  readonly snippet: string
  readonly marks: readonly (readonly [number, number])[]
}

/** Usual values of BM25 (Robertson and Zaragoza 2009). */
const [k1, b] = [1.2, 0.75]
/** So much of the title must be named before its own articles come first. */
const titleNamed = 0.6
const snippetLength = 90

/** What the law says otherwise counts less than the words themselves; a pair that no law has stands for those that differ by one character. */
const [otherWeight, slipWeight] = [0.7, 0.15]

/**
 * Articles for a question, best first: the number of an article within the statute named, then the text by BM25 over pairs of
 * characters, so that a wrong character costs a place and not the result; what people say and the law says otherwise is asked
 * too (`synonyms`). Words that stand together in the text count most.
 */
export function searchLaws(index: LawIndex, text: string, limit: number): LawHit[] {
  const question = readQuestion(text)
  const { article } = question
  const words = fullTitle(question.words)
  const asked = weighed(index, words)
  if (asked.length === 0 && !article) return []
  const scores = scoresOf(index, asked)
  const others = otherWords(words)
  const own = [...new Set(pairsOf(words))]
  const titles = new Map([...index.titles].map(([statute, title]) => [statute, namedShare(own, title)]))
  const hits: { at: number; score: number }[] = []
  index.articles.forEach((one, at) => {
    const title = titles.get(one.statute) ?? 0
    const isAsked = article?.number === one.number && article.sub === one.sub
    if (article && !isAsked && asked.length === 0) return
    const body = plainBody(index, at)
    const whole =
      (words.length > 1 && body.includes(words) ? 12 : 0) + (others.some(other => body.includes(other)) ? 4 : 0)
    const text = ((scores[at] ?? 0) + whole) * (index.known[at] === 1 ? knownFactor : 1)
    const score = text + title * 8 + (isAsked ? 10 + (title >= titleNamed ? 40 : 0) : 0)
    if ((scores[at] ?? 0) > 0 || isAsked || title >= titleNamed) hits.push({ at, score })
  })
  const best = hits.sort(byScore).slice(0, Math.max(limit, looked))
  for (const hit of best) hit.score += alike(words, plainBody(index, hit.at))
  best.sort(byScore)
  const shown = [...own, ...others.flatMap(pairsOf)]
  return best.slice(0, limit).flatMap(({ at, score }) => {
    const found = index.articles[at]
    return found ? [{ article: found, score, ...snippetOf(found.body, words, shown) }] : []
  })
}

const byScore = (x: { at: number; score: number }, y: typeof x): number => y.score - x.score || x.at - y.at

/** An article that this house applies and has summarised is likelier what a shopkeeper means. */
const knownFactor = 1.2

/** So many of the first are compared with the question piece by piece; half alike is chance. */
const looked = 80
const alike = (words: string, body: string): number =>
  words.length < 3 ? 0 : Math.max(0, likeness(words, body) - 0.5) * 16

type Weighed = readonly [pair: string, weight: number]

/** The pairs of the question, of its other words, and, for a pair that stands in no law, those that differ by one character. */
function weighed(index: LawIndex, words: string): Weighed[] {
  const own = [...new Set(pairsOf(words))]
  const known = own.filter(pair => index.postings.has(pair))
  const weights = new Map(
    otherWords(words)
      .flatMap(pairsOf)
      .map(pair => [pair, otherWeight]),
  )
  for (const pair of known) weights.set(pair, 1)
  const strange = own.filter(one => !index.postings.has(one) && one.length > 1)
  for (const pair of strange)
    for (const near of [...(index.beginning.get(pair[0] ?? '') ?? []), ...(index.ending.get(pair.at(-1) ?? '') ?? [])])
      if (!weights.has(near)) weights.set(near, slipWeight)
  return [...weights]
}

function scoresOf({ postings, lengths, meanLength, articles }: LawIndex, asked: readonly Weighed[]): Float64Array {
  const scores = new Float64Array(articles.length)
  for (const [pair, weight] of asked) {
    const list = postings.get(pair)
    if (!list) continue
    const having = list.length / 2
    const rarity = weight * Math.log(1 + (articles.length - having + 0.5) / (having + 0.5))
    for (let k = 0; k < list.length; k += 2) {
      const [at, times] = [list[k] ?? 0, list[k + 1] ?? 0]
      const long = 1 - b + (b * (lengths[at] ?? 0)) / meanLength
      scores[at] = (scores[at] ?? 0) + (rarity * times * (k1 + 1)) / (times + k1 * long)
    }
  }
  return scores
}

/** How much of the asked words is the title, or of the title is asked: 许可法 names 行政许可法. */
function namedShare(pairs: readonly string[], title: ReadonlySet<string>): number {
  if (pairs.length === 0) return 0
  const common = pairs.filter(pair => title.has(pair)).length
  return Math.max(common / pairs.length, common / Math.max(1, title.size))
}

const bodies = new WeakMap<LawArticle, string>()
function plainBody(index: LawIndex, at: number): string {
  const article = index.articles[at]
  if (!article) return ''
  const known = bodies.get(article)
  if (known !== undefined) return known
  const { plain } = plainWithPlaces(article.body)
  bodies.set(article, plain)
  return plain
}

function snippetOf(body: string, words: string, pairs: readonly string[]): Pick<LawHit, 'snippet' | 'marks'> {
  const { plain, places } = plainWithPlaces(body)
  const spans = spansOf(plain, words, pairs).map(
    ([from, to]) => [places[from] ?? 0, (places[to - 1] ?? 0) + 1] as const,
  )
  const first = spans[0]?.[0] ?? 0
  const from = first < 30 ? 0 : first - 20
  const snippet = `${from > 0 ? '……' : ''}${body.slice(from, from + snippetLength)}${from + snippetLength < body.length ? '……' : ''}`
  const shift = (from > 0 ? 2 : 0) - from
  const marks = spans.filter(([, to]) => to <= from + snippetLength).map(([x, y]) => [x + shift, y + shift] as const)
  return { snippet, marks }
}

/** Where the words stand: all together, or the pairs that do, neighbours joined. */
function spansOf(plain: string, words: string, pairs: readonly string[]): [number, number][] {
  const whole = words.length > 1 ? plain.indexOf(words) : -1
  if (whole >= 0) return [[whole, whole + words.length]]
  const asked = new Set(pairs)
  const spans: [number, number][] = []
  for (let at = 0; at + 1 < plain.length; at += 1) {
    if (!asked.has(plain.slice(at, at + 2))) continue
    const last = spans.at(-1)
    if (last && last[1] >= at) last[1] = at + 2
    else spans.push([at, at + 2])
  }
  return spans
}
