import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { findVisitor, signInByCode } from '../actions/open-web-session.ts'
import { askSignInCode } from '../actions/sign-in-code.ts'
import { webRoutes as routes } from '../contract.ts'
import { citizenCookie } from '../cookie.ts'
import { accessPolicy } from '../policy.ts'
import type { AccessPorts } from '../ports.ts'
import { minuteGate } from '../rules/minute-gate.ts'
import { makeToken, sameText, signInCodeOf } from '../secrets.ts'
import { countGuess } from '../store/sign-in-code.ts'
import { endWebSession } from '../store/web-session.ts'
import { byCitizen, everywhere } from './actors.ts'

/** Seconds an address has to wait; asking for codes and guessing them count together. */
function addressGate(): (ask: Pick<Ask, 'http' | 'at'>) => number {
  const gate = minuteGate()
  return ({ http, at }) => gate.secondsToWait(http.request.ip, at.instant, accessPolicy(at.today).codesPerMinute)
}

/** 短信验证码登录: ask for a code, sign in by it, who am I, sign out. */
export const webSessionRoutes = ({ phoneBook }: Pick<AccessPorts, 'phoneBook'>): readonly RouteBinding[] => {
  const waitOf = addressGate()
  return [
    bind(routes.askSignInCode, async ask => {
      const wait = waitOf(ask)
      if (wait > 0) return refuse('tooManyRequests', { seconds: wait })
      const { at, services, body } = ask
      return ask.act({ action: 'access.askSignInCode', scope: everywhere }, tx =>
        askSignInCode(tx, body, { at, keyring: services.keyring, phoneBook }),
      )
    }),

    bind(routes.signInByCode, async ask => {
      const wait = waitOf(ask)
      if (wait > 0) return refuse('tooManyRequests', { seconds: wait })
      const { at, services, body } = ask
      const { keyring, config, database } = services
      const { challengeId } = body
      // Counted and committed before it is looked at: a hundred guesses sent at once are still only five.
      const limit = { at: at.instant, most: accessPolicy(at.today).codeTries }
      const counted = await database.within(everywhere, tx => countGuess(tx, challengeId, limit))
      const right = counted !== undefined && sameText(body.code, signInCodeOf(keyring, challengeId))
      const { token, hash: tokenHash } = makeToken()
      const signed = await ask.act({ action: 'access.signInByCode', scope: everywhere }, tx =>
        signInByCode(tx, { challengeId, right }, { at, keyring, tokenHash }),
      )
      if (signed.ok) ask.http.reply.header('set-cookie', citizenCookie(token, config.publicUrl))
      return signed
    }),

    bind(routes.webVisitor, async ask => {
      const { sessionId } = byCitizen(ask)
      const visitor = await ask.read(tx => findVisitor(tx, sessionId, { at: ask.at, keyring: ask.services.keyring }))
      return visitor ? ok(visitor) : refuse('notSignedIn')
    }),

    bind(routes.signOutWeb, async ask => {
      const { sessionId } = byCitizen(ask)
      const ended = await ask.act({ action: 'access.signOutWeb', subject: sessionId }, async tx => {
        await endWebSession(tx, sessionId, ask.at.instant)
        return ok(undefined)
      })
      ask.http.reply.header('set-cookie', citizenCookie(undefined, ask.services.config.publicUrl))
      return ended
    }),
  ]
}
