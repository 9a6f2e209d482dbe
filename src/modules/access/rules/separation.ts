import type { AccountRole, StaffRole } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'

/** 三员: the administrators of the system, of its security and of its audit are three people (GB/T 22239, 三权分立). */
export const administrators: readonly StaffRole[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

const alone: readonly AccountRole[] = [...administrators, 'partner']

/**
 * The roles one person may hold together. An administrator holds that role alone: whoever sets up accounts must not
 * decide licences, and nobody audits himself. Business roles combine freely; what one person may not do twice in one
 * matter (受理 and 审批) is judged where the matter is. Whoever is of a partner agency is nothing here beside.
 */
export function decideRoles(
  roles: readonly AccountRole[],
): Result<readonly AccountRole[], 'rolesNotSeparate' | 'rolesMissing'> {
  const own = [...new Set(roles)]
  if (own.length === 0) return refuse('rolesMissing')
  if (own.length > 1 && own.some(role => alone.includes(role))) return refuse('rolesNotSeparate')
  return ok(own)
}
