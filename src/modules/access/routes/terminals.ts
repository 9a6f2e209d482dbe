import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { confirmTerminal } from '../actions/confirm-terminal.ts'
import { proposeTerminal } from '../actions/propose-terminal.ts'
import { stopTerminal } from '../actions/stop-terminal.ts'
import { routes } from '../contract.ts'
import { getTerminal, listTerminals } from '../queries.ts'
import { enrolmentCode } from '../secrets.ts'
import { byStaff } from './actors.ts'

/** 终端管理: propose, confirm, revoke, list. */
export const terminalRoutes: readonly RouteBinding[] = [
  bind(routes.proposeTerminal, ask =>
    ask.act({ action: 'access.proposeTerminal', subject: ask.body.code }, async tx => {
      const proposed = await proposeTerminal(tx, ask.body, byStaff(ask))
      return proposed.ok ? ok(await getTerminal(tx, proposed.value)) : proposed
    }),
  ),

  bind(routes.confirmTerminal, async ask => {
    const { keyring } = ask.services
    const confirmed = await ask.act({ action: 'access.confirmTerminal', subject: ask.params.id }, tx =>
      confirmTerminal(tx, { id: ask.params.id, keyring }, byStaff(ask)),
    )
    if (!confirmed.ok) return confirmed
    const { enrolmentId, expiresAt } = confirmed.value
    return ok({ code: enrolmentCode(keyring, enrolmentId), expiresAt })
  }),

  bind(routes.revokeTerminal, ask =>
    ask.act(
      { action: 'access.revokeTerminal', subject: ask.params.id, details: { reason: ask.body.reason } },
      async tx => {
        const { reason } = ask.body
        const stopped = await stopTerminal(tx, { id: ask.params.id, event: 'revoke', reason }, ask.at)
        return stopped.ok ? ok(await getTerminal(tx, stopped.value)) : stopped
      },
    ),
  ),

  bind(routes.listTerminals, async ask => {
    const items = await ask.read(tx => listTerminals(tx))
    return ok({ items, total: items.length })
  }),
]
