import { type Citation, findSummary, formatCitation, type InstrumentCode, instruments } from '#kernel/citation'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { routes } from '../contract.ts'
import { findArticle } from '../queries.ts'

const isInstrument = (code: string): code is InstrumentCode => Object.hasOwn(instruments, code)

const getArticle = bind(routes.getArticle, async ({ params, services }) => {
  if (!isInstrument(params.instrument)) return refuse('articleUnknown')
  const instrument = instruments[params.instrument]
  const citation: Citation = { instrument: params.instrument, article: params.article }
  const [summary, found] = [
    findSummary(citation),
    await findArticle(services.database.db, instrument.title, params.article),
  ]
  if (!summary && !found) return refuse('articleUnknown')
  return ok({
    instrument: params.instrument,
    title: instrument.title,
    inForce: instrument.inForce,
    article: params.article,
    heading: found ? [found.heading, found.label].filter(Boolean).join(' · ') : formatCitation(citation),
    text: found?.body ?? null,
    summary: summary?.summary ?? null,
    sure: summary?.sure ?? 'text',
    notice: found ? null : '本机未导入该法规全文，以下为本系统的一句话摘要。',
  })
})

export const articleRoutes: readonly RouteBinding[] = [getArticle]
