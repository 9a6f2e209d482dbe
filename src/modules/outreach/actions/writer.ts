import type { Moment } from '#kernel/dates'

/** Who writes, and when: what every act of a desk takes besides its words. */
export interface Writer {
  readonly by: string
  readonly at: Moment
}
