import { type Actor, actorLabel } from '#kernel/actor'
import type { Ask } from '#platform/module'

export type Officer = Extract<Actor, { kind: 'staff' }>

export const officerOf = ({ actor }: Pick<Ask, 'actor'>): Officer | undefined =>
  actor.kind === 'staff' ? actor : undefined

export const readerOf = (by: Officer, { at: { today } }: Pick<Ask, 'at'>) => ({
  by: { label: actorLabel(by), roles: by.roles },
  today,
})
