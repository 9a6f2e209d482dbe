import Type from 'typebox'
import { Value } from 'typebox/value'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { signInByIdentity } from '../actions/open-web-session.ts'
import { webRoutes as routes } from '../contract.ts'
import { citizenCookie, journeyCookie, readJourneyCookie } from '../cookie.ts'
import { bureau } from '../policy.ts'
import type { AccessPorts } from '../ports.ts'
import { callbackOf } from '../rules/callback.ts'
import { makeToken } from '../secrets.ts'
import { everywhere } from './actors.ts'

const Journey = Type.Object({
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  redirectUri: Type.String(),
})

/**
 * 统一身份认证登录. State, nonce and verifier stay with the browser that began, sealed to our key: a callback that another
 * browser was tricked into opening finds none and is refused.
 */
export const unifiedIdentityRoutes = ({
  unifiedIdentity,
  phoneBook,
}: Pick<AccessPorts, 'unifiedIdentity' | 'phoneBook'>): readonly RouteBinding[] => [
  bind(routes.beginUnifiedIdentity, async ask => {
    const { keyring, config } = ask.services
    const redirectUri = callbackOf(ask.http.request.headers.origin, config)
    const begun = await unifiedIdentity.begin(redirectUri)
    if (!begun) return refuse('identityUnavailable')
    const { url, ...kept } = begun
    const sealed = keyring.sealField(JSON.stringify({ ...kept, redirectUri }))
    ask.http.reply.header('set-cookie', journeyCookie(sealed, config.publicUrl))
    return ok({ url })
  }),

  bind(routes.finishUnifiedIdentity, async ask => {
    const { at, services, body } = ask
    const { keyring, config } = services
    const journey = journeyOf(ask)
    if (!journey) return refuse('identityFailed')
    const { redirectUri, ...kept } = journey
    const proof = await unifiedIdentity.finish(new URL(`?${body.query.replace(/^\?/u, '')}`, redirectUri), kept)
    const { token, hash: tokenHash } = makeToken()
    const homeArea = bureau(at.today).areaCode
    const signed = await ask.act({ action: 'access.signInByIdentity', scope: everywhere }, tx =>
      signInByIdentity(tx, proof, { at, keyring, tokenHash, phoneBook, homeArea }),
    )
    // The journey is over, whatever came of it.
    const over = journeyCookie(undefined, config.publicUrl)
    ask.http.reply.header('set-cookie', signed.ok ? [citizenCookie(token, config.publicUrl), over] : [over])
    return signed
  }),
]

function journeyOf({ http, services }: Pick<Ask, 'http' | 'services'>): Type.Static<typeof Journey> | undefined {
  const sealed = readJourneyCookie(http.request.headers.cookie)
  if (sealed === undefined) return undefined
  try {
    const journey: unknown = JSON.parse(services.keyring.openField(sealed))
    return Value.Check(Journey, journey) ? journey : undefined
  } catch {
    return undefined // altered, or of another key
  }
}
