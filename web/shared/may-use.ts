import type { StaffView } from '#contract/access'
import { type Actor, mayCall } from '#kernel/actor'
import type { Route } from '#kernel/route'

/** Whether this member of staff may call a route: the same permission value that the server's guard reads. */
export function mayUse(route: Pick<Route, 'allow'>, staff: Pick<StaffView, 'id' | 'roles' | 'areas'>): boolean {
  const actor: Actor = { kind: 'staff', staffId: staff.id, sessionId: '', roles: staff.roles, areas: staff.areas }
  return mayCall(route.allow, actor)
}
