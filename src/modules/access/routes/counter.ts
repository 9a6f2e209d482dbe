import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { openCounterSession } from '../actions/counter-session.ts'
import { answerDeskReading, askDeskReading } from '../actions/desk-reading.ts'
import { beginAssistance, takePresenceCode } from '../actions/presence.ts'
import { counterRoutes as routes } from '../contract/counter.ts'
import { counterPolicy } from '../counter-policy.ts'
import { minuteGate } from '../rules/minute-gate.ts'
import { makeToken } from '../secrets.ts'
import { endCounterSessions } from '../store/counter.ts'
import { listAssistance } from '../store/presence.ts'
import { byCitizen, byStaff, everywhere, terminalOf } from './actors.ts'

const gate = minuteGate()

/** 窗口接待 and 帮办到场. */
export const counterRoutes: readonly RouteBinding[] = [
  bind(routes.openCounterSession, ask =>
    ask.act({ action: 'access.openCounterSession', details: { read: ask.body.read } }, tx =>
      openCounterSession(tx, { ...byStaff(ask), ...ask.body }, ask.services.keyring),
    ),
  ),

  bind(routes.askDeskReading, async ask => {
    // The ticket stays outside of the act, whose result may be kept.
    const { token: ticket, hash: ticketHash } = makeToken()
    const asked = await ask.act({ action: 'access.askDeskReading' }, async tx =>
      ok(await askDeskReading(tx, { ...byStaff(ask), ticketHash })),
    )
    return asked.ok ? ok({ ...asked.value, ticket, reader: ask.services.config.deskReaderUrl }) : asked
  }),

  bind(routes.answerDeskReading, ask => {
    const { readingId } = ask.params
    const terminalId = terminalOf(ask)
    const options = { action: 'access.answerDeskReading', subject: readingId, scope: everywhere }
    return ask.act(options, tx =>
      answerDeskReading(tx, { readingId, terminalId, at: ask.at, ...ask.body }, ask.services.keyring),
    )
  }),

  bind(routes.endCounterSession, ask => {
    const { counterId } = ask.params
    return ask.act({ action: 'access.endCounterSession', subject: counterId }, async tx => {
      await endCounterSessions(tx, { staffId: byStaff(ask).by.staffId, id: counterId }, ask.at.instant.toString())
      return ok(undefined)
    })
  }),

  bind(routes.takePresenceCode, ask =>
    ask.act({ action: 'access.takePresenceCode', scope: everywhere }, tx =>
      takePresenceCode(tx, byStaff(ask), ask.services.keyring),
    ),
  ),

  bind(routes.beginAssistance, ask => {
    const citizen = byCitizen(ask)
    const { presenceTries } = counterPolicy(ask.at.today)
    const seconds = gate.secondsToWait(terminalOf(ask), ask.at.instant, presenceTries)
    if (seconds > 0) return Promise.resolve(refuse('tooManyRequests', { seconds }))
    const options = { action: 'access.beginAssistance', subject: citizen.sessionId, scope: everywhere }
    return ask.act(options, tx =>
      beginAssistance(tx, { citizen, code: ask.body.code, at: ask.at }, ask.services.keyring),
    )
  }),

  // A helper sees the own sessions, those who supervise see the area's.
  bind(routes.listAssistance, async ask => {
    const { by } = byStaff(ask)
    const onlyHelper = by.roles.every(role => role === 'helper')
    return ok({ items: await ask.read(tx => listAssistance(tx, onlyHelper ? by.staffId : null)) })
  }),
]
