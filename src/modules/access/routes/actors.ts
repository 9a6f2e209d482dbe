import type { Ask } from '#platform/module'
import type { ByStaff, CitizenActor } from '../rules/who.ts'

/** The member of staff behind a request; the route's permission has let nobody else in. */
export function byStaff({ actor, at }: Pick<Ask, 'actor' | 'at'>): ByStaff {
  if (actor.kind !== 'staff') throw new Error('a route of staff was opened to somebody else')
  return { by: actor, at }
}

/** Whoever signed in with password and code: a colleague, or one of a partner agency. */
export function signedIn({ actor }: Pick<Ask, 'actor'>): { readonly staffId: string; readonly sessionId: string } {
  if (actor.kind === 'staff') return actor
  if (actor.kind === 'partner' && actor.by !== undefined && 'accountId' in actor.by)
    return { staffId: actor.by.accountId, sessionId: actor.by.sessionId }
  throw new Error('a route of accounts was opened to somebody else')
}

export function byCitizen({ actor }: Pick<Ask, 'actor'>): CitizenActor {
  if (actor.kind !== 'citizen') throw new Error('a route of citizens was opened to somebody else')
  return actor
}

/** The terminal at which a terminal or citizen acts. */
export function terminalOf({ actor }: Pick<Ask, 'actor'>): string {
  const id = actor.kind === 'terminal' || actor.kind === 'citizen' ? actor.terminalId : undefined
  if (id === undefined) throw new Error('a route of terminals was opened to somebody else')
  return id
}

/** For acts whose author has no rows of his own: a terminal opening a session, somebody signing in. */
export const everywhere = { areas: 'all' } as const
