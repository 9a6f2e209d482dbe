import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { reservePrint } from '../actions/reserve-print.ts'
import { tellPrint } from '../actions/tell-print.ts'
import { windowPrintRoutes as routes } from '../contract/window-prints.ts'
import type { PrintTicket } from '../contract.ts'
import { renderLicence } from '../elicence/render-licence.ts'
import { findPrintPage } from '../queries/print-page.ts'
import { isOfVisit } from '../rules/print-access.ts'
import { pageIsOpen } from '../rules/print-ledger.ts'
import { standingAt } from './window.ts'

/** What the sheet says of where it came out. */
const place = '办证窗口'

/** The page is fetched by the officer's visit, not by the citizen's address. */
const atWindow = (counterId: string, ticket: PrintTicket): PrintTicket => ({
  ...ticket,
  url: `/api/licensing/window/${counterId}/prints/${ticket.printId}/page`,
})

/** 查询打印 at the window: reserved for whoever stands there, printed by the officer's browser, its outcome told by the officer. */
export const windowPrintRoutes: readonly RouteBinding[] = [
  bind(routes.windowReservePrint, async ask => {
    const who = await standingAt(ask)
    if (!who.ok) return who
    const { body, at, params, services } = ask
    const { by, scope } = who.value
    const options = { action: 'licensing.windowReservePrint', subject: body.licenceNo, scope }
    return ask.act({ ...options, details: { face: 'query' } }, async tx => {
      const ticket = await reservePrint(tx, services.keyring, { ...body, face: 'query', by, place, at })
      return ticket.ok ? ok(atWindow(params.counterId, ticket.value)) : ticket
    })
  }),

  bind(routes.windowPrintPage, async ask => {
    const who = await standingAt(ask)
    if (!who.ok) return who
    const { params, services } = ask
    const { by, scope } = who.value
    const page = await ask.read(tx => findPrintPage(tx, params.printId), scope)
    if (page === undefined || !isOfVisit(by, page) || !('sheet' in page.shows)) return refuse('notFound')
    if (!pageIsOpen(page.state)) return refuse('printPageClosed')
    const { sheet } = page.shows
    // The sheet shows names unmasked: it is a look at the licence, and the holder reads of it among the others.
    return ask.act({ action: 'licensing.readPrintPage', subject: sheet.face.licenceNo, scope }, async () =>
      ok(renderLicence(sheet, services.config)),
    )
  }),

  bind(routes.windowTellPrint, async ask => {
    const who = await standingAt(ask)
    if (!who.ok) return who
    const { body, at, params } = ask
    const { by, scope } = who.value
    const { counterId, printId } = params
    const reason = body.printed ? 'received' : 'notReceived'
    return ask.act({ action: 'licensing.windowTellPrint', subject: printId, reason, scope }, async tx => {
      const ticket = await tellPrint(tx, { printId, ...body, by, at })
      return ticket.ok ? ok(atWindow(counterId, ticket.value)) : ticket
    })
  }),
]
