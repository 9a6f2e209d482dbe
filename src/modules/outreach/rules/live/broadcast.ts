import { ok, type Result, refuse } from '#kernel/refusal'
import type { EventOf, Moves, StateOf } from '#kernel/state-table'

/** 普法微课堂 from the programme to the replay. What was withdrawn stays on record and is played to nobody. */
export const broadcastMoves = {
  planned: { edit: 'planned', open: 'live', withdraw: 'withdrawn' },
  live: { end: 'ended' },
  ended: { prepare: 'ended', release: 'replay', withdraw: 'withdrawn' },
  replay: { withdraw: 'withdrawn' },
} as const satisfies Moves
export type BroadcastState = StateOf<typeof broadcastMoves>
export type BroadcastEvent = EventOf<typeof broadcastMoves>

/** Whether anybody may play it: while it is on, and again when two people released the recording. */
export const isPublic = (state: BroadcastState): boolean => state === 'live' || state === 'replay'

export interface Chapter {
  readonly at: number
  readonly title: string
}

/** 章节: in the order of time, none at the place of another. Refuses `liveChaptersWrong`. */
export function checkChapters(chapters: readonly Chapter[]): Result<readonly Chapter[]> {
  const sorted = chapters.toSorted((one, other) => one.at - other.at)
  const alike = sorted.some(({ at }, n) => at === sorted[n - 1]?.at)
  return alike || sorted.some(({ title }) => title.trim() === '') ? refuse('liveChaptersWrong') : ok(sorted)
}

/** Which minute of the broadcast it is; -1 for whoever watches the replay. */
export function minuteOf(state: BroadcastState, openedAt: Temporal.Instant, now: Temporal.Instant): number {
  if (state !== 'live') return -1
  return Math.max(0, Math.floor((now.epochMilliseconds - openedAt.epochMilliseconds) / 60_000))
}
