import { ok, refuse } from '#kernel/refusal'
import type { Services } from '#platform/module'
import type { Authenticated, SignedRequest } from '../authenticate.ts'
import { readCitizenCookie } from '../cookie.ts'
import { accessPolicy } from '../policy.ts'
import { isOwnPage } from '../rules/same-site.ts'
import { hashOf } from '../secrets.ts'
import { admitCitizen } from '../store/web-session.ts'

/** The citizen of a cookie (手机和网页办理); `undefined` without one that counts. The same actor as at a terminal. */
export async function authenticateCitizen(
  request: SignedRequest,
  services: Services,
): Promise<Authenticated | undefined> {
  const token = readCitizenCookie(request.headers.cookie)
  if (token === undefined) return undefined
  const now = services.clock.now()
  const idleSeconds = accessPolicy(now.today).webIdleSeconds
  const admitted = await admitCitizen(services.database.db, hashOf(token), { at: now.instant, idleSeconds })
  if (!admitted) return undefined
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (writes && !isOwnPage(request.headers, services.config.publicUrl)) return refuse('crossSite')
  return ok({ actor: { kind: 'citizen', ...admitted } })
}
