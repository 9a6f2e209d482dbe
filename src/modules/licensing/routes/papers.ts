import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { routes } from '../contract.ts'
import { renderPaper } from '../papers/render-paper.ts'
import { isSealed } from '../papers/seal-paper.ts'
import { findPaperPage } from '../queries/paper-page.ts'

/** 文书: preview and print are one page. Words that are not the signed ones are never shown as the bureau's. */
export const paperRoutes: readonly RouteBinding[] = [
  bind(routes.paper, async ({ params, services, read }) => {
    const paper = await read(tx => findPaperPage(tx, params.paperId))
    if (paper === undefined) return refuse('notFound')
    if (!isSealed(paper.content, paper, services.keyring.licencePublicKeys())) return refuse('paperAltered')
    return ok(renderPaper(paper.content, paper.digest, services.config.mode))
  }),
]
