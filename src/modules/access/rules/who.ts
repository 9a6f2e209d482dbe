import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'

export type StaffActor = Extract<Actor, { kind: 'staff' }>
export type CitizenActor = Extract<Actor, { kind: 'citizen' }>

/** A member of staff and the moment: what a decision needs to know beside the request. */
export interface ByStaff {
  readonly by: StaffActor
  readonly at: Moment
}
