import * as oidc from 'openid-client'
import Type from 'typebox'
import { Value } from 'typebox/value'
import type { IdentityJourney, IdentityProof, UnifiedIdentity } from '#modules/access'

export interface IdentityClient {
  /** Issuer; without it the way is closed. */
  readonly issuer: string | undefined
  readonly clientId: string
  readonly clientSecret: string
}

const Claims = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  id_no: Type.String({ minLength: 18, maxLength: 18 }),
  level: Type.Integer({ minimum: 1, maximum: 9 }),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
})

const patienceSeconds = 4
/** What discovery said holds for an hour: a provider changes its keys with notice, and its keys are read again when unknown. */
const discoveryLife = 3_600_000

/** 统一身份认证 by OpenID Connect (README.md). */
export function openIdIdentity(client: IdentityClient, seconds = patienceSeconds): UnifiedIdentity {
  let known: { readonly provider: oidc.Configuration; readonly until: number } | undefined
  const provider = async (): Promise<oidc.Configuration | undefined> => {
    const { issuer, clientId, clientSecret } = client
    if (issuer === undefined) return undefined
    if (known && performance.now() < known.until) return known.provider
    // Plain http is for the simulator on this machine only.
    const execute = /^http:\/\/127\.0\.0\.1[:/]/u.test(issuer) ? [oidc.allowInsecureRequests] : []
    const found = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: seconds,
    })
    found.timeout = seconds
    known = { provider: found, until: performance.now() + discoveryLife }
    return found
  }
  return {
    begin: async redirectUri => {
      try {
        const found = await provider()
        return found ? await journeyTo(found, redirectUri) : null
      } catch {
        return null
      }
    },
    finish: async (callback, kept) => {
      const found = await provider().catch(() => undefined)
      if (!found) return { kind: 'unavailable' }
      try {
        return await proofOf(found, callback, kept)
      } catch (error) {
        return { kind: isAway(error) ? 'unavailable' : 'failed' }
      }
    },
  }
}

async function journeyTo(provider: oidc.Configuration, redirectUri: string): Promise<IdentityJourney> {
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid identity',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    // A telephone goes from hand to hand in a family: the person is asked each time.
    prompt: 'login',
  })
  return { url: url.href, state, nonce, verifier }
}

/** Signature, issuer, audience, times, state, nonce and PKCE are checked by the client; the claims by us. */
async function proofOf(
  provider: oidc.Configuration,
  callback: URL,
  kept: Omit<IdentityJourney, 'url'>,
): Promise<IdentityProof> {
  const tokens = await oidc.authorizationCodeGrant(provider, callback, {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  })
  const claims: unknown = tokens.claims()
  if (!Value.Check(Claims, claims)) return { kind: 'failed' }
  const { name, id_no: idNo, level, phone = null } = claims
  return { kind: 'proven', name, idNo, level, phone }
}

/** No answer in time, or none that is one; everything else is a way back that was broken, altered or cancelled. */
function isAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'OAUTH_TIMEOUT' || error instanceof TypeError || code === 'OAUTH_RESPONSE_IS_NOT_JSON'
}
