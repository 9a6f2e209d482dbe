import type { Ask } from '#platform/module'
import type { ByStaff, CitizenActor } from '../rules/who.ts'

/** The member of staff behind a request; the route's permission has let nobody else in. */
export function byStaff({ actor, at }: Pick<Ask, 'actor' | 'at'>): ByStaff {
  if (actor.kind !== 'staff') throw new Error('a route of staff was opened to somebody else')
  return { by: actor, at }
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
