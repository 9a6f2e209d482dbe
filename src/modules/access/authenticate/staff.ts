import { isStaffRole } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import type { Services } from '#platform/module'
import type { Authenticated, SignedRequest } from '../authenticate.ts'
import { readSessionCookie } from '../cookie.ts'
import { accessPolicy } from '../policy.ts'
import { isOwnPage } from '../rules/same-site.ts'
import { hashOf } from '../secrets.ts'
import { admitStaff } from '../store/staff-session.ts'

/** The member of staff, or of a partner agency, of a cookie; `undefined` without one that counts. Roles are those of this moment. */
export async function authenticateStaff(
  request: SignedRequest,
  services: Services,
): Promise<Authenticated | undefined> {
  const token = readSessionCookie(request.headers.cookie)
  if (token === undefined) return undefined
  const now = services.clock.now()
  const idleSeconds = accessPolicy(now.today).staffIdleSeconds
  const admitted = await admitStaff(services.database.db, hashOf(token), { at: now.instant, idleSeconds })
  if (!admitted) return undefined
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (writes && !isOwnPage(request.headers, services.config.publicUrl)) return refuse('crossSite')
  const { agencyId, roles, areas, staffId, sessionId } = admitted
  // 协作单位: another kind of actor, so that no door of staff opens, whatever its list of roles says.
  if (agencyId !== null) return ok({ actor: { kind: 'partner', agencyId, by: { accountId: staffId, sessionId } } })
  return ok({ actor: { kind: 'staff', staffId, sessionId, areas, roles: roles.filter(isStaffRole) } })
}
