import { ok, type Refusal, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { totpUri } from '#platform/totp'
import { finishStaffSetup, openStaffSetup } from '../actions/staff-setup.ts'
import { staffAdminRoutes as routes } from '../contract.ts'
import { accessPolicy } from '../policy.ts'
import { minuteGate } from '../rules/minute-gate.ts'
import { setupTotpSecret } from '../secrets.ts'
import { everywhere } from './actors.ts'

const gate = minuteGate()

/** As many tries a minute as for signing in: the code is long, and the ledger must not be filled by a guesser. */
function tooOften({ http, at }: Pick<Ask, 'http' | 'at'>): Refusal | undefined {
  const seconds = gate.secondsToWait(http.request.ip, at.instant, accessPolicy(at.today).signInsPerMinute)
  return seconds > 0 ? refuse('tooManyRequests', { seconds }) : undefined
}

/** 设置码: the person himself sets password and second factor; no administrator ever sees them. */
export const staffSetupRoutes: readonly RouteBinding[] = [
  bind(routes.openStaffSetup, async ask => {
    const wait = tooOften(ask)
    if (wait) return wait
    const { keyring } = ask.services
    const opened = await ask.act({ action: 'access.openStaffSetup', scope: everywhere }, tx =>
      openStaffSetup(tx, ask.body.code, ask),
    )
    if (!opened.ok) return opened
    const { id, account, name } = opened.value
    const totpSecret = setupTotpSecret(keyring, id)
    return ok({ account, name, totpSecret, totpUri: totpUri(totpSecret, account) })
  }),

  bind(routes.finishStaffSetup, async ask => {
    const wait = tooOften(ask)
    if (wait) return wait
    const { keyring } = ask.services
    return ask.act({ action: 'access.finishStaffSetup', scope: everywhere }, tx =>
      finishStaffSetup(tx, ask.body, { at: ask.at, keyring }),
    )
  }),
]
