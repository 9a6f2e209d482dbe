import { actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Ask } from '#platform/module'

export interface StaffHand {
  readonly staffId: string
  readonly by: string
  /** Where what he makes belongs: his county, or the town he serves. */
  readonly areaCode: string
  readonly at: Moment
}

/** The colleague who asks; doors of staff are opened to nobody else. */
export function staffHand({ actor, at }: Pick<Ask, 'actor' | 'at'>): StaffHand {
  if (actor.kind !== 'staff') throw new Error('a route of staff was opened to somebody else')
  return { staffId: actor.staffId, by: actorLabel(actor), areaCode: actor.areas[0] ?? '', at }
}
