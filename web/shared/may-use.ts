import type { StaffView } from '#contract/access'
import { type Actor, isStaffRole, mayCall } from '#kernel/actor'
import type { Route } from '#kernel/route'

/** Whether this member of staff, or of a partner agency, may call a route: the same permission value that the server's guard reads. */
export function mayUse(
  route: Pick<Route, 'allow'>,
  staff: Pick<StaffView, 'id' | 'roles' | 'areas' | 'agencyId'>,
): boolean {
  const { id: staffId, roles, areas, agencyId } = staff
  const actor: Actor =
    agencyId === undefined
      ? { kind: 'staff', staffId, sessionId: '', roles: roles.filter(isStaffRole), areas }
      : { kind: 'partner', agencyId }
  return mayCall(route.allow, actor)
}
