import { articleSummaries, formatCitation, type InstrumentCode, instruments } from '#kernel/citation'
import { codeOfTitle, plainTitle } from '#kernel/citations-in-text'
import { sm3 } from '#platform/crypto'
import type { Db } from '#platform/database'
import type { StatuteArticle, StatuteLine } from '../contract/shapes.ts'
import { libraryStamp, listArticles, listVersions, type VersionRow } from './queries.ts'
import { indexLaws, type LawArticle, type LawIndex } from './rules/search/law-index.ts'
import { periodsOf, stateOf } from './rules/versions.ts'

/** One version of a statute. */
export interface Statute {
  readonly line: StatuteLine
  /** The code under which the house cites it; absent for a text that nobody cites. */
  readonly code: InstrumentCode | undefined
  readonly articles: readonly StatuteArticle[]
  /** The version before this one, when it is here. */
  readonly before: Statute | undefined
  /** Every version of the same law, newest first. */
  readonly versions: () => readonly Statute[]
}

/** 政策法规: all texts of this machine, small enough (some megabytes) to be held and searched in memory. */
export interface Library {
  /** Of each law the version that holds today (the newest one where none does), by title. */
  readonly statutes: readonly Statute[]
  /** `XK` = the version that holds today; `XK-20190423` = that version. Both stay what they are from machine to machine. */
  readonly byKey: ReadonlyMap<string, Statute>
  readonly byCode: ReadonlyMap<InstrumentCode, Statute>
  /** Of what is in force; the number of a statute is its place in `searched`. */
  readonly index: LawIndex
  readonly searched: readonly Statute[]
}

const held = new WeakMap<Db, { stamp: string; library: Library }>()

/** Read once a day and again after an import or a release; one small query tells which. */
export async function openLibrary(db: Db, today: Temporal.PlainDate): Promise<Library> {
  const stamp = `${await libraryStamp(db)} ${today}`
  const known = held.get(db)
  if (known?.stamp === stamp) return known.library
  const library = await readLibrary(db, today.toString())
  held.set(db, { stamp, library })
  return library
}

/** The version of a law that was in force on a day. */
export const versionOn = (statute: Statute, day: string): Statute | undefined =>
  statute.versions().find(({ line }) => (line.inForce || line.day) <= day)

/** The name of a law that the house does not cite itself: short, and the same everywhere. */
const baseOf = (title: string): string =>
  codeOfTitle(title) ?? `L${sm3(plainTitle(title)).toString('hex').slice(0, 8).toUpperCase()}`
export const keyOf = (title: string, textOf: string): string =>
  `${baseOf(title)}-${(textOf || '00000000').replaceAll('-', '')}`

async function readLibrary(db: Db, today: string): Promise<Library> {
  const articles = Map.groupBy(await listArticles(db), ({ statute }) => statute)
  const rows = Map.groupBy(await listVersions(db), ({ title }) => plainTitle(title))
  const imported = [...rows.values()].map(versions => versionsOf(versions, articles, today))
  const all = [...imported, ...citedOnly(new Set(rows.keys())).map(one => [one])]
  const byKey = new Map<string, Statute>()
  const statutes = all.flatMap(versions => {
    for (const one of versions) byKey.set(one.line.key, one)
    const current = versions.find(({ line }) => line.state === 'inForce') ?? versions[0]
    if (current === undefined) return []
    byKey.set(baseOf(current.line.title), current)
    return [current]
  })
  const searched = statutes.filter(({ line }) => line.state !== 'withdrawn')
  const byCode = new Map(statutes.flatMap(one => (one.code === undefined ? [] : [[one.code, one] as const])))
  return { statutes, byKey, byCode, searched, index: indexLaws(searched.flatMap(lawArticlesOf)) }
}

/** Newest first, each knowing the one before it. */
function versionsOf(
  rows: readonly VersionRow[],
  articles: ReadonlyMap<number, readonly (StatuteArticle & { statute: number })[]>,
  today: string,
): Statute[] {
  const versions: Statute[] = []
  for (const { row, until } of periodsOf(rows)) {
    const own = (articles.get(row.id) ?? []).map(({ statute: _, ...article }) => article)
    const before = versions[0]
    const code = codeOfTitle(row.title)
    const line: StatuteLine = {
      ...{ key: keyOf(row.title, row.textOf), title: row.title, number: numberOf(code) },
      ...{ day: row.textOf, inForce: row.inForce ?? '', until, source: row.source },
      withdrawn:
        row.withdrawnOn === null ? null : { on: row.withdrawnOn, why: row.withdrawnWhy, source: row.withdrawnSource },
      state: stateOf({ ...row, until }, today),
      ...{ imported: true, articles: own.length, earlier: before !== undefined },
    }
    versions.unshift({ line, code, articles: own, before, versions: () => versions })
  }
  return versions
}

const numberOf = (code: InstrumentCode | undefined): string | null => {
  const known = code === undefined ? undefined : instruments[code]
  return known !== undefined && 'number' in known ? known.number : null
}

/** What this system cites and nobody has imported: its articles by our own summaries, said to be that. */
function citedOnly(imported: ReadonlySet<string>): Statute[] {
  const cited = Map.groupBy(Object.entries(articleSummaries), ([key]) => key.split(' ')[0] as InstrumentCode)
  return Object.entries(instruments).flatMap(([name, { title, inForce }]) => {
    const code = name as InstrumentCode
    if (imported.has(title)) return []
    const articles = (cited.get(code) ?? []).map(([key, { summary }]) => {
      const number = Number(key.split(' ')[1])
      const label = formatCitation({ instrument: code, article: number }).replace(/^《.*》/u, '')
      return { number, sub: 0, label, heading: '', text: summary }
    })
    if (articles.length === 0) return []
    articles.sort((a, b) => a.number - b.number)
    const line: StatuteLine = {
      ...{ key: code, title, number: numberOf(code), day: inForce, inForce, until: null, state: 'inForce' },
      ...{ source: '', withdrawn: null, imported: false, articles: articles.length, earlier: false },
    }
    const one: Statute = { line, code, articles, before: undefined, versions: () => [one] }
    return [one]
  })
}

const lawArticlesOf = ({ line, articles }: Statute, statute: number): LawArticle[] =>
  articles.map(({ text, ...article }) => ({ statute, title: line.title, ...article, body: text }))
