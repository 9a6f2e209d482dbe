import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { act } from '#platform/act'
import { hmacSm3, sm2Encrypt } from '#platform/crypto'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openChannel } from '../actions/open-channel.ts'
import { redeemEnrolment } from '../actions/redeem-enrolment.ts'
import { stopTerminal } from '../actions/stop-terminal.ts'
import { routes } from '../contract.ts'
import { readRequestSigns } from '../rules/request-text.ts'
import { settingsText } from '../rules/settings-text.ts'
import { channelKey } from '../secrets.ts'
import { type PulseAnswer, takePulse } from '../store/pulse.ts'
import { everywhere, terminalOf } from './actors.ts'

const helpIsComing = '工作人员已看到您的求助，请稍候。'
const watch: Actor = { kind: 'system', job: 'access.cloneWatch' }

/** 终端信道: enrolment, handshake, heartbeat. */
export const channelRoutes: readonly RouteBinding[] = [
  bind(routes.redeemEnrolment, async ask => {
    const redeemed = await ask.act({ action: 'access.redeemEnrolment', scope: everywhere }, tx =>
      redeemEnrolment(tx, ask.body, ask.at),
    )
    if (!redeemed.ok) return redeemed
    return ok({ ...redeemed.value, serverSealingKey: ask.services.keyring.sealing.publicKey })
  }),

  bind(routes.openChannel, async ask => {
    const { terminalId } = ask.body
    const opened = await ask.act({ action: 'access.openChannel', subject: terminalId, scope: everywhere }, tx =>
      openChannel(tx, ask.body, ask.at),
    )
    if (!opened.ok) {
      if (opened.refusal === 'terminalCloned') await freeze(ask, terminalId)
      return opened
    }
    const { channelId, publicKey, expiresAt } = opened.value
    const wrappedKey = sm2Encrypt(publicKey, channelKey(ask.services.keyring, channelId))
    return ok({ channelId, wrappedKey, serverTime: ask.at.instant.toString(), expiresAt })
  }),

  bind(routes.heartbeat, async ask => {
    const terminalId = terminalOf(ask)
    // No line in the audit ledger and no transaction: forty of these come every second and say nothing about anybody.
    const answer = await takePulse(ask.services.database.db, terminalId, {
      ...ask.body,
      at: ask.at.instant,
      answeredSince: ask.at.instant.subtract({ minutes: 5 }),
    })
    const notice = answer.helpAnswered ? helpIsComing : answer.settings?.notice || null
    return ok({ notice, revoked: false, serverTime: ask.at.instant.toString(), settings: orderOf(ask, answer) })
  }),
]

/** 远程设置 for a terminal that does not obey them yet, under the key that only this channel's two ends have. */
function orderOf(
  { http, services, body }: Pick<Ask<typeof routes.heartbeat>, 'http' | 'services' | 'body'>,
  { settingsVersion: version, settings }: PulseAnswer,
) {
  const signs = readRequestSigns(http.request.headers)
  if (settings === null || !signs.ok || (body.settingsVersion ?? 0) === version) return null
  const text = JSON.stringify(settings)
  const { channelId } = signs.value
  const mac = hmacSm3(channelKey(services.keyring, channelId), settingsText({ channelId, version, text }))
  return { version, text, mac: mac.toString('hex') }
}

/** An act of its own, because the handshake that gave the clone away is refused and leaves nothing behind. */
async function freeze({ services, http, at }: Ask, terminalId: string): Promise<void> {
  services.log.error({ terminalId }, 'one terminal key speaks from two machines; the terminal is frozen')
  const caller = { actor: watch, requestId: http.request.id }
  await act(
    services.database,
    caller,
    { action: 'access.freezeTerminal', subject: terminalId, scope: everywhere },
    tx => stopTerminal(tx, { id: terminalId, event: 'freeze', reason: 'terminalCloned' }, at),
  )
}
