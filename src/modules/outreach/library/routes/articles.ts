import {
  type Citation,
  findSummary,
  formatCitation,
  formatCitationEn,
  type InstrumentCode,
  instruments,
} from '#kernel/citation'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { routes } from '../../contract/library.ts'
import type { OutreachPorts } from '../../ports.ts'
import { isPublicUse } from '../rules/audience.ts'
import { type Library, type Statute, versionOn } from '../shelf.ts'
import { viewOfUse } from '../views.ts'
import { libraryOf } from './reading.ts'

const isInstrument = (code: string): code is InstrumentCode => Object.hasOwn(instruments, code)

/** The imported text of a cited article, in the version of the day. */
function findText(library: Library, { instrument, article }: Citation, day?: string) {
  const current = library.byCode.get(instrument)
  const statute: Statute | undefined = current && day !== undefined ? versionOn(current, day) : current
  const found = statute?.articles.find(({ number, sub }) => number === article && sub === 0)
  return statute?.line.imported && found ? { statute, found } : undefined
}

const getArticle = bind(routes.getArticle, async ask => {
  const { params, query } = ask
  if (!isInstrument(params.instrument)) return refuse('articleUnknown')
  const instrument = instruments[params.instrument]
  const citation: Citation = { instrument: params.instrument, article: params.article }
  const [summary, text] = [findSummary(citation), findText(await libraryOf(ask), citation, query.on)]
  if (!summary && !text) return refuse('articleUnknown')
  return ok({
    instrument: params.instrument,
    title: instrument.title,
    inForce: text?.statute.line.inForce || instrument.inForce,
    article: params.article,
    heading: text ? [text.found.heading, text.found.label].filter(Boolean).join(' · ') : formatCitation(citation),
    text: text?.found.text ?? null,
    summary: summary?.summary ?? null,
    sure: summary?.sure ?? 'text',
    notice: text ? null : '本机未导入该法规全文，以下为本系统的一句话摘要。',
  })
})

const getUse = ({ lawUses }: OutreachPorts) =>
  bind(routes.getUse, async ask => {
    const reader = ask.actor.kind === 'staff' ? 'staff' : 'public'
    const use = (await lawUses(ask.services.database.db)).find(({ id }) => id === ask.params.id)
    if (!use || (reader === 'public' && !isPublicUse(use))) return refuse('lawUseUnknown')
    const library = await libraryOf(ask)
    const articles = use.cites.map(cite => ({
      cite,
      words: formatCitation(cite),
      wordsEn: formatCitationEn(cite),
      text: findText(library, cite)?.found.text ?? findSummary(cite)?.summary ?? '',
      imported: findText(library, cite) !== undefined,
      summary: findSummary(cite)?.summary ?? null,
      key: library.byCode.has(cite.instrument) ? cite.instrument : null,
    }))
    return ok({ use: viewOfUse(use, reader), articles })
  })

export const articleRoutes = (ports: OutreachPorts): readonly RouteBinding[] => [getArticle, getUse(ports)]
