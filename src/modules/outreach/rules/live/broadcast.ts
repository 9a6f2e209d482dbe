import { ok, type Result, refuse } from '#kernel/refusal'
import type { EventOf, Moves, StateOf } from '#kernel/state-table'
import { checkWords, stops } from '../guard/check-words.ts'

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

/** Everything a viewer would read, checked for everybody: no brand stands in it (广告法 §22). Refuses `adWords`. */
export function checkPublicWords(texts: readonly string[]): Result<null> {
  const found = texts.flatMap(text => checkWords(text, 'public')).filter(finding => stops(finding, 'public'))
  if (found.length > 0) return refuse('adWords', { words: [...new Set(found.map(({ word }) => word))].join('、') })
  return ok(null)
}

/** 章节: in the order of time, none at the place of another. Refuses `liveChaptersWrong`. */
export function checkChapters(chapters: readonly Chapter[]): Result<readonly Chapter[]> {
  const sorted = chapters.toSorted((one, other) => one.at - other.at)
  const alike = sorted.some(({ at }, n) => at === sorted[n - 1]?.at)
  return alike || sorted.some(({ title }) => title.trim() === '') ? refuse('liveChaptersWrong') : ok(sorted)
}

const cue = /^(?:(\d{1,3}):)?([0-5]\d):([0-5]\d\.\d{3}) --> (?:(\d{1,3}):)?([0-5]\d):([0-5]\d\.\d{3})(?: .*)?$/u
const seconds = (hours: string | undefined, minutes = '0', rest = '0') =>
  Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(rest)

/**
 * 字幕 (WebVTT): begins with its name, has at least one cue, and every cue ends after it began. A player shows nothing of a file
 * that is wrong and says nothing either, so it is looked at here. Refuses `captionsWrong` with the line.
 */
export function checkCaptions(text: string): Result<string> {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n')
  if (!/^WEBVTT(?:[ \t].*)?$/u.test(lines[0] ?? '')) return refuse('captionsWrong', { line: 1 })
  const times = lines.flatMap((line, n) => (line.includes('-->') ? [{ line, n }] : []))
  if (times.length === 0) return refuse('captionsWrong', { line: lines.length })
  for (const { line, n } of times) {
    const [whole, h1, m1, s1, h2, m2, s2] = cue.exec(line) ?? []
    if (whole === undefined || seconds(h1, m1, s1) >= seconds(h2, m2, s2))
      return refuse('captionsWrong', { line: n + 1 })
  }
  return ok(lines.join('\n'))
}

/** Which minute of the broadcast it is; -1 for whoever watches the replay. */
export function minuteOf(state: BroadcastState, openedAt: Temporal.Instant, now: Temporal.Instant): number {
  if (state !== 'live') return -1
  return Math.max(0, Math.floor((now.epochMilliseconds - openedAt.epochMilliseconds) / 60_000))
}
