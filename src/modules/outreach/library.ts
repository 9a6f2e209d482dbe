import { articleSummaries, formatCitation, type InstrumentCode, instruments } from '#kernel/citation'
import type { Db } from '#platform/database'
import type { StatuteArticle, StatuteLine } from './contract.ts'
import { libraryStamp, listArticles, listVersions } from './queries.ts'
import { indexLaws, type LawArticle, type LawIndex } from './rules/search/law-index.ts'

export interface Statute {
  readonly line: StatuteLine
  readonly articles: readonly StatuteArticle[]
  /** The version before this one, when it is here. */
  readonly before: Statute | undefined
}

/** 政策法规: all texts of this machine, small enough (some megabytes) to be held and searched in memory. */
export interface Library {
  readonly statutes: readonly Statute[]
  readonly byKey: ReadonlyMap<string, Statute>
  /** Of the newest version of each; the number of a statute is its place in `statutes`. */
  readonly index: LawIndex
}

const held = new WeakMap<Db, { stamp: string; library: Library }>()

/** Read once and again after an import; one small query tells which. */
export async function openLibrary(db: Db): Promise<Library> {
  const stamp = await libraryStamp(db)
  const known = held.get(db)
  if (known?.stamp === stamp) return known.library
  const library = await readLibrary(db)
  held.set(db, { stamp, library })
  return library
}

async function readLibrary(db: Db): Promise<Library> {
  const articles = Map.groupBy(await listArticles(db), ({ statute }) => statute)
  const versions = Map.groupBy(await listVersions(db), ({ title }) => title)
  const byKey = new Map<string, Statute>()
  const statutes: Statute[] = []
  for (const [title, rows] of versions) {
    let before: Statute | undefined
    for (const { id, textOf: day } of rows.toReversed()) {
      const own = (articles.get(id) ?? []).map(({ statute: _, ...article }) => article)
      const line = { key: String(id), title, day, imported: true, articles: own.length, earlier: before !== undefined }
      before = { line, articles: own, before }
      byKey.set(line.key, before)
    }
    if (before) statutes.push(before)
  }
  for (const statute of citedOnly(new Set([...versions.keys()].map(plainTitle)))) {
    statutes.push(statute)
    byKey.set(statute.line.key, statute)
  }
  return { statutes, byKey, index: indexLaws(statutes.flatMap(lawArticlesOf)) }
}

const plainTitle = (title: string): string => title.replace(/^中华人民共和国/u, '')

/** What this system cites and nobody has imported: its articles by our own summaries, said to be that. */
function citedOnly(imported: ReadonlySet<string>): Statute[] {
  const cited = Map.groupBy(Object.entries(articleSummaries), ([key]) => key.split(' ')[0] as InstrumentCode)
  return Object.entries(instruments).flatMap(([name, { title, inForce }]) => {
    const code = name as InstrumentCode
    if (imported.has(plainTitle(title))) return []
    const articles = (cited.get(code) ?? []).map(([key, { summary }]) => {
      const number = Number(key.split(' ')[1])
      const label = formatCitation({ instrument: code, article: number }).replace(/^《.*》/u, '')
      return { number, sub: 0, label, heading: '', text: summary }
    })
    if (articles.length === 0) return []
    articles.sort((a, b) => a.number - b.number)
    const line = { key: code, title, day: inForce, imported: false, articles: articles.length, earlier: false }
    return [{ line, articles, before: undefined }]
  })
}

const lawArticlesOf = ({ line, articles }: Statute, statute: number): LawArticle[] =>
  articles.map(({ text, ...article }) => ({ statute, title: line.title, ...article, body: text }))
