import { ok, refuse } from '#kernel/refusal'
import { hmacSm3, sm3, timingSafeEqual } from '#platform/crypto'
import type { Services } from '#platform/module'
import type { Authenticated, SignedRequest } from '../authenticate.ts'
import { accessPolicy } from '../policy.ts'
import { type RequestSigns, readRequestSigns, requestText } from '../rules/request-text.ts'
import { channelKey, hashOf } from '../secrets.ts'
import { type Admission, admitRequest } from '../store/channel.ts'

/**
 * A terminal's request (decision 0002 §3): first the code, which costs the database nothing, then one statement that
 * raises the counter and reads the terminal's state and the citizen's session as they are at this moment.
 */
export async function authenticateTerminal(request: SignedRequest, services: Services): Promise<Authenticated> {
  const signs = readRequestSigns(request.headers)
  if (!signs.ok) return signs
  const { terminalId, channelId, session } = signs.value
  if (!macIsRight(request, signs.value, channelKey(services.keyring, channelId))) return refuse('macWrong')
  const now = services.clock.now()
  const admission = await admitRequest(
    services.database.db,
    { ...signs.value, tokenHash: session === '' ? null : hashOf(session) },
    { at: now.instant, idleSeconds: accessPolicy(now.today).cardIdleSeconds },
  )
  if (admission.verdict === 'counterReplayed') services.log.warn({ terminalId }, 'a terminal request was replayed')
  return actorOf(admission, terminalId)
}

function macIsRight(request: SignedRequest, signs: RequestSigns, key: Uint8Array): boolean {
  const bodyDigest = sm3(request.rawBody ?? '').toString('hex')
  const text = requestText(signs, { method: request.method, path: request.url, bodyDigest })
  return timingSafeEqual(hmacSm3(key, text), Buffer.from(signs.mac, 'hex'))
}

function actorOf({ verdict, sessionId, personIndex, method }: Admission, terminalId: string): Authenticated {
  if (verdict !== 'admitted') return refuse(verdict)
  if (sessionId === null || personIndex === null || method === null)
    return ok({ actor: { kind: 'terminal', terminalId } })
  return ok({ actor: { kind: 'citizen', sessionId, personIndex, terminalId, method } })
}
