import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { endCardSession } from '../actions/end-card-session.ts'
import { extendCardSession } from '../actions/extend-card-session.ts'
import { openCardSession } from '../actions/open-card-session.ts'
import { routes } from '../contract.ts'
import { makeToken } from '../secrets.ts'
import { byCitizen, everywhere, terminalOf } from './actors.ts'

/** 凭证办理会话: a card opens it, the person continues or ends it. */
export const cardSessionRoutes: readonly RouteBinding[] = [
  bind(routes.openCardSession, async ask => {
    // The token stays outside of the act, whose result is kept where a key was sent along.
    const { token, hash } = makeToken()
    const terminalId = terminalOf(ask)
    const opened = await ask.act({ action: 'access.openCardSession', subject: terminalId, scope: everywhere }, tx =>
      openCardSession(
        tx,
        { card: ask.body.card, terminalId, tokenHash: hash },
        { at: ask.at, keyring: ask.services.keyring },
      ),
    )
    return opened.ok ? ok({ token, ...opened.value }) : opened
  }),

  bind(routes.extendCardSession, ask => {
    const { sessionId } = byCitizen(ask)
    return ask.act({ action: 'access.extendCardSession', subject: sessionId }, tx =>
      extendCardSession(tx, sessionId, ask.at),
    )
  }),

  bind(routes.endCardSession, ask => {
    const by = byCitizen(ask)
    return ask.act({ action: 'access.endCardSession', subject: by.sessionId }, tx => endCardSession(tx, by, ask.at))
  }),
]
