import { ok, type Result, refuse } from '#kernel/refusal'

const cue = /^(?:(\d{1,3}):)?([0-5]\d):([0-5]\d\.\d{3}) --> (?:(\d{1,3}):)?([0-5]\d):([0-5]\d\.\d{3})(?: .*)?$/u
const secondsOf = (hours: string | undefined, minutes = '0', rest = '0') =>
  Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(rest)

/**
 * 字幕 as it is kept: WebVTT, or nothing. A person uploads WebVTT or writes a line for each sentence, `0:05 把许可证挂在墙上`.
 * Refuses `captionsWrong` with the line.
 */
export function readCaptions(typed: string): Result<string | null> {
  const lines = typed
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .trim()
    .split('\n')
  if (lines.join('') === '') return ok(null)
  return /^\d/u.test(lines[0] ?? '') && !lines.some(line => line.includes('-->'))
    ? captionsOfLines(lines)
    : checkWebVtt(lines)
}

/**
 * Begins with its name, has at least one cue, and every cue ends after it began. A player shows nothing of a file that is wrong
 * and says nothing either, so it is looked at here.
 */
function checkWebVtt(lines: readonly string[]): Result<string> {
  if (!/^WEBVTT(?:[ \t].*)?$/u.test(lines[0] ?? '')) return refuse('captionsWrong', { line: 1 })
  const times = lines.flatMap((line, n) => (line.includes('-->') ? [{ line, n }] : []))
  if (times.length === 0) return refuse('captionsWrong', { line: lines.length })
  for (const { line, n } of times) {
    const [whole, h1, m1, s1, h2, m2, s2] = cue.exec(line) ?? []
    if (whole === undefined || secondsOf(h1, m1, s1) >= secondsOf(h2, m2, s2))
      return refuse('captionsWrong', { line: n + 1 })
  }
  return ok(lines.join('\n'))
}

/** The last line stands as long as a slow reader needs. */
const lastSeconds = 6

/** Each sentence stands until the next begins. */
function captionsOfLines(lines: readonly string[]): Result<string> {
  const spoken: { at: number; words: string }[] = []
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [, minutes, seconds, words] = /^(\d{1,3})[:：]([0-5]\d)\s+(\S.*)$/u.exec(line.trim()) ?? []
    const at = secondsOf(undefined, minutes, seconds)
    if (words === undefined || at <= (spoken.at(-1)?.at ?? -1)) return refuse('captionsWrong', { line: n + 1 })
    spoken.push({ at, words })
  }
  const cues = spoken.map(
    ({ at, words }, n) => `${clockOf(at)} --> ${clockOf(spoken[n + 1]?.at ?? at + lastSeconds)}\n${words}`,
  )
  return ok(['WEBVTT', ...cues].join('\n\n'))
}

/** 01:02:05.000 */
const clockOf = (seconds: number): string =>
  `${[Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(part => String(part).padStart(2, '0'))
    .join(':')}.000`
