import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { routes } from '../../contract/library.ts'
import type { OutreachPorts } from '../../ports.ts'
import { compareVersions } from '../rules/compare-versions.ts'
import { impactOf, placeOf, type UsesByArticle, usesByArticle } from '../rules/impact.ts'
import { searchLaws } from '../rules/search/search-laws.ts'
import { openLibrary, type Statute, versionOn } from '../shelf.ts'
import { impactView, type Reader, usesFor } from '../views.ts'

/** As many as a reader looks through. */
const most = 30

export const libraryOf = ({ services, at }: Pick<Ask, 'services' | 'at'>) => openLibrary(services.database.db, at.today)
const readerOf = ({ actor }: Pick<Ask, 'actor'>): Reader => (actor.kind === 'staff' ? 'staff' : 'public')

const search = bind(routes.searchLaws, async ask => {
  const { index, searched } = await libraryOf(ask)
  const items = searchLaws(index, ask.query.q, most).flatMap(({ article, snippet, marks }) => {
    const statute = searched[article.statute]
    if (!statute) return []
    const { number, sub, label, heading } = article
    const { key, title, imported } = statute.line
    return [{ key, title, imported, number, sub, label, heading, snippet, marks: marks.map(mark => [...mark]) }]
  })
  return ok({ items })
})

const list = bind(routes.listStatutes, async ask => {
  const { statutes } = await libraryOf(ask)
  const { on } = ask.query
  const shown = on === undefined ? statutes : statutes.flatMap(one => versionOn(one, on) ?? [])
  return ok({ items: shown.map(({ line }) => line) })
})

/** Below each article what rests on it; a version that is past shows what rests on the number today. */
const usesUnder = ({ code, articles }: Statute, uses: UsesByArticle, reader: Reader) =>
  articles.flatMap(({ number, sub }) => {
    const own = code === undefined || sub > 0 ? [] : usesFor(uses.get(placeOf(code, number)) ?? [], reader)
    return own.length === 0 ? [] : [{ article: number, uses: own }]
  })

const read = ({ lawUses }: OutreachPorts) =>
  bind(routes.getStatute, async ask => {
    const statute = (await libraryOf(ask)).byKey.get(ask.params.key)
    if (!statute) return refuse('statuteUnknown')
    const uses = usesByArticle(await lawUses(ask.services.database.db))
    return ok({
      statute: statute.line,
      versions: statute.versions().map(({ line }) => line),
      articles: [...statute.articles],
      uses: usesUnder(statute, uses, readerOf(ask)),
    })
  })

const changes = bind(routes.getStatuteChanges, async ask => {
  const statute = (await libraryOf(ask)).byKey.get(ask.params.key)
  if (!statute) return refuse('statuteUnknown')
  if (!statute.before) return refuse('noEarlierVersion')
  const items = compareVersions(statute.before.articles, statute.articles).map(({ label, kind, before, after }) => ({
    label,
    kind,
    before: before ?? null,
    after: after ?? null,
  }))
  return ok({ before: statute.before.line, after: statute.line, items })
})

const impact = ({ lawUses }: OutreachPorts) =>
  bind(routes.getStatuteImpact, async ask => {
    const statute = (await libraryOf(ask)).byKey.get(ask.params.key)
    if (!statute) return refuse('statuteUnknown')
    const uses = usesByArticle(await lawUses(ask.services.database.db))
    const { before } = statute
    const items = before ? impactOf(statute.code, before.articles, statute.articles, uses) : []
    return ok({ before: before?.line ?? null, after: statute.line, items: items.map(impactView) })
  })

export const readingRoutes = (ports: OutreachPorts): readonly RouteBinding[] => [
  search,
  list,
  read(ports),
  changes,
  impact(ports),
]
