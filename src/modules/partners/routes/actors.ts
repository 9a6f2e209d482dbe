import { type Actor, actorLabel } from '#kernel/actor'
import type { Ask } from '#platform/module'
import type { Reader } from '../actions/read-item.ts'

/** Whose part of the register a partner reads: that of its agency, by one of its people or one of its systems. */
export function partnerOf({ actor }: Pick<Ask, 'actor'>): Reader & { readonly accountId: string | null } {
  if (actor.kind !== 'partner') throw new Error('a route of partners was opened to somebody else')
  const accountId = actor.by !== undefined && 'accountId' in actor.by ? actor.by.accountId : null
  const channel = accountId === null ? 'api' : 'page'
  return { agencyId: actor.agencyId, by: actorLabel(actor), channel, accountId }
}

/** Label and moment of one of us. */
export const officerOf = ({ actor, at }: { readonly actor: Actor; readonly at: Ask['at'] }) => ({
  by: actorLabel(actor),
  at,
})
