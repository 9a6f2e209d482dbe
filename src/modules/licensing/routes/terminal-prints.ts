import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { terminalPrintsRoute as routes } from '../contract.ts'
import { countPrintsOf } from '../queries/prints.ts'

const hours = 30 * 24

/** Counts only: who printed what is not told here. */
export const terminalPrintRoutes: readonly RouteBinding[] = [
  bind(routes.printsOfTerminal, async ask => {
    const since = ask.at.instant.subtract({ hours })
    return ok(await ask.read(tx => countPrintsOf(tx, ask.params.terminalId, since)))
  }),
]
