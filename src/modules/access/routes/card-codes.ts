import { refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { askCardCode, proveByCode } from '../actions/card-code.ts'
import { webRoutes as routes } from '../contract.ts'
import { accessPolicy } from '../policy.ts'
import type { AccessPorts } from '../ports.ts'
import { sameText, signInCodeOf } from '../secrets.ts'
import { countGuess } from '../store/sign-in-code.ts'
import { byCitizen, everywhere } from './actors.ts'

/** 身份证加短信验证码 at a terminal: beside the face and equal to it. On a telephone there is no card to add a code to. */
export const cardCodeRoutes = ({ phoneBook }: Pick<AccessPorts, 'phoneBook'>): readonly RouteBinding[] => [
  bind(routes.askCardCode, async ask => {
    const by = byCitizen(ask)
    if (by.terminalId === undefined) return refuse('notPermitted')
    const { at, services } = ask
    return ask.act({ action: 'access.askCardCode', subject: by.sessionId, scope: everywhere }, tx =>
      askCardCode(tx, by, { at, keyring: services.keyring, phoneBook }),
    )
  }),

  bind(routes.proveByCode, async ask => {
    const by = byCitizen(ask)
    const { at, services, body, params } = ask
    const { challengeId } = params
    // Counted and committed before it is looked at: a hundred guesses sent at once are still only five.
    const limit = { at: at.instant, most: accessPolicy(at.today).codeTries, cardSessionId: by.sessionId }
    const counted = await services.database.within(everywhere, tx => countGuess(tx, challengeId, limit))
    const right = counted !== undefined && sameText(body.code, signInCodeOf(services.keyring, challengeId))
    return ask.act({ action: 'access.proveByCode', subject: by.sessionId, scope: everywhere }, tx =>
      proveByCode(tx, by, { challengeId, right, tries: counted?.tries }, at),
    )
  }),
]
