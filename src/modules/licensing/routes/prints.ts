import type { Actor } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { isSealed } from '#platform/paper-seal'
import { confirmPrint } from '../actions/confirm-print.ts'
import { applicantOf } from '../actions/filing.ts'
import { reportPrint } from '../actions/report-print.ts'
import { reservePrint } from '../actions/reserve-print.ts'
import { reserveReceipt } from '../actions/reserve-receipt.ts'
import { routes } from '../contract.ts'
import { renderLicence } from '../elicence/render-licence.ts'
import { renderPaper } from '../papers/render-paper.ts'
import { findPrintPage, findTerminalName } from '../queries/print-page.ts'
import { handlesPrint } from '../rules/print-access.ts'
import { pageIsOpen } from '../rules/print-ledger.ts'

/** A terminal has no rows of its own; which prints are its own the action asks by the terminal's id. */
const scopeOf = (actor: Actor) => (actor.kind === 'terminal' ? { scope: { areas: 'all' } as const } : {})

/** 打印: reserve, fetch the page, report what became of the paper, confirm. */
export const printRoutes: readonly RouteBinding[] = [
  bind(routes.reservePrint, async ask => {
    const { actor, at, body, services } = ask
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    const place = await placeOf(ask, actor.terminalId)
    return ask.act({ action: 'licensing.reservePrint', subject: body.licenceNo, details: { face: body.face } }, tx =>
      reservePrint(tx, services.keyring, { ...body, by: applicantOf(actor), place, at }),
    )
  }),

  bind(routes.reserveReceipt, async ask => {
    const { actor, at, params, services } = ask
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    const place = await placeOf(ask, actor.terminalId)
    return ask.act({ action: 'licensing.reserveReceipt', subject: params.applicationNo }, tx =>
      reserveReceipt(tx, services.keyring, { ...params, by: applicantOf(actor), place, at }),
    )
  }),

  bind(routes.printPage, async ask => {
    const { actor, params, services } = ask
    const page = await ask.read(tx => findPrintPage(tx, params.printId), scopeOf(actor).scope)
    if (page === undefined || !handlesPrint(actor, page)) return refuse('notFound')
    if (!pageIsOpen(page.state)) return refuse('printPageClosed')
    if ('sheet' in page.shows) return ok(renderLicence(page.shows.sheet, services.config))
    const { paper } = page.shows
    if (!isSealed(paper.content, paper, services.keyring.licencePublicKeys())) return refuse('paperAltered')
    return ok(renderPaper(paper.content, paper.digest, services.config.mode))
  }),

  bind(routes.printOutcome, ask => {
    const { actor, at, body, params } = ask
    const options = {
      action: 'licensing.reportPrint',
      subject: params.printId,
      reason: body.outcome,
      ...scopeOf(actor),
    }
    return ask.act(options, tx => reportPrint(tx, { ...params, ...body, by: actor, at }))
  }),

  bind(routes.confirmPrint, ask => {
    const { actor, at, body, params } = ask
    const reason = body.received ? 'received' : 'notReceived'
    return ask.act({ action: 'licensing.confirmPrint', subject: params.printId, reason }, tx =>
      confirmPrint(tx, { ...params, ...body, by: actor, at }),
    )
  }),
]

async function placeOf(ask: Pick<Ask, 'read'>, terminalId: string | undefined): Promise<string> {
  if (terminalId === undefined) return '本人设备'
  const name = await ask.read(tx => findTerminalName(tx, terminalId), { areas: 'all' })
  return name ?? '自助终端'
}
