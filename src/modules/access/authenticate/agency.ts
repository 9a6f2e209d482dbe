import { ok, refuse } from '#kernel/refusal'
import { sm2Verify, sm3 } from '#platform/crypto'
import type { Services } from '#platform/module'
import type { Authenticated, SignedRequest } from '../authenticate.ts'
import { accessPolicy } from '../policy.ts'
import { agencyRequestText, isTimely, readAgencySigns } from '../rules/agency-request.ts'
import { findAgencyKey, takeNonce } from '../store/agency-key.ts'

/**
 * A request of a partner's system: a key that two people let in, a time near ours, a signature over all of it, and a nonce that nobody has
 * used. The signature comes before the nonce, so that a stranger fills no table.
 */
export async function authenticateAgency(
  request: SignedRequest,
  { database, clock, log }: Services,
): Promise<Authenticated> {
  const signs = readAgencySigns(request.headers)
  if (!signs.ok) return signs
  const { keyId, time, nonce, signature } = signs.value
  const now = clock.now()
  const windowSeconds = accessPolicy(now.today).partnerWindowSeconds
  if (!isTimely(time, now.instant, windowSeconds)) return refuse('partnerTimeWrong', { seconds: windowSeconds })
  const key = await database.within({ areas: 'all' }, tx => findAgencyKey(tx, keyId))
  const bodyDigest = sm3(request.rawBody ?? '').toString('hex')
  const text = agencyRequestText(signs.value, { method: request.method, path: request.url, bodyDigest })
  if (key === undefined || !sm2Verify(key.publicKey, text, signature)) return refuse('partnerSignatureWrong')
  const fresh = await database.within({ areas: 'all' }, tx =>
    takeNonce(tx, { keyId, nonce, at: now.instant, oldest: now.instant.subtract({ seconds: 2 * windowSeconds }) }),
  )
  if (!fresh) {
    log.warn({ keyId }, 'a partner request was replayed')
    return refuse('partnerReplayed')
  }
  return ok({ actor: { kind: 'partner', agencyId: key.agencyId, by: { keyId } } })
}
