import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { routes } from '../contract.ts'
import { openLibrary } from '../library.ts'
import { compareVersions } from '../rules/compare-versions.ts'
import { searchLaws } from '../rules/search/search-laws.ts'

/** As many as a reader looks through. */
const most = 30

const search = bind(routes.searchLaws, async ({ query, services }) => {
  const { index, statutes } = await openLibrary(services.database.db)
  const items = searchLaws(index, query.q, most).flatMap(({ article, snippet, marks }) => {
    const statute = statutes[article.statute]
    if (!statute) return []
    const { number, sub, label, heading } = article
    const { key, title, imported } = statute.line
    return [{ key, title, imported, number, sub, label, heading, snippet, marks: marks.map(mark => [...mark]) }]
  })
  return ok({ items })
})

const list = bind(routes.listStatutes, async ({ services }) => {
  const { statutes } = await openLibrary(services.database.db)
  return ok({ items: statutes.map(({ line }) => line) })
})

const read = bind(routes.getStatute, async ({ params, services }) => {
  const statute = (await openLibrary(services.database.db)).byKey.get(params.key)
  return statute ? ok({ statute: statute.line, articles: [...statute.articles] }) : refuse('statuteUnknown')
})

const changes = bind(routes.getStatuteChanges, async ({ params, services }) => {
  const statute = (await openLibrary(services.database.db)).byKey.get(params.key)
  if (!statute) return refuse('statuteUnknown')
  if (!statute.before) return refuse('noEarlierVersion')
  const [older, newer] = [statute.before, statute].map(({ articles }) =>
    articles.map(({ text, ...article }) => ({ ...article, body: text })),
  )
  const items = compareVersions(older ?? [], newer ?? []).map(change => ({
    ...change,
    before: change.before ?? null,
    after: change.after ?? null,
  }))
  return ok({ before: statute.before.line, after: statute.line, items })
})

export const libraryRoutes: readonly RouteBinding[] = [search, list, read, changes]
