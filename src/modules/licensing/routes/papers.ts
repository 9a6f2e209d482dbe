import { ok, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { bind, type RouteBinding } from '#platform/module'
import { isSealed } from '#platform/paper-seal'
import { openRecord } from '../actions/site-check/frame.ts'
import { routes } from '../contract.ts'
import type { PaperContent } from '../papers/paper.ts'
import { type Drawings, renderPaper } from '../papers/render-paper.ts'
import { siteDrawings } from '../papers/site-drawings.ts'
import { findPaperPage } from '../queries/paper-page.ts'
import { findSignedRecord } from '../queries/site-checks.ts'

/** 文书: preview and print are one page. Words that are not the signed ones are never shown as the bureau's. */
export const paperRoutes: readonly RouteBinding[] = [
  bind(routes.paper, async ({ params, services, read }) => {
    const paper = await read(tx => findPaperPage(tx, params.paperId))
    if (paper === undefined) return refuse('notFound')
    if (!isSealed(paper.content, paper, services.keyring.licencePublicKeys())) return refuse('paperAltered')
    const drawings = await read(tx => drawingsOf(tx, paper.content, services.keyring))
    return ok(renderPaper(paper.content, paper.digest, services.config.mode, drawings))
  }),
]

/** Signatures and sketch of the very record the paper names; nothing for a reader who may not see that record. */
async function drawingsOf(tx: Tx, content: string, keyring: Pick<Keyring, 'openField'>): Promise<Drawings> {
  const { siteRecord } = JSON.parse(content) as PaperContent
  if (siteRecord === undefined) return {}
  const sealed = await findSignedRecord(tx, siteRecord)
  return sealed === undefined ? {} : siteDrawings(openRecord(sealed, keyring))
}
