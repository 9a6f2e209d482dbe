import { type OpeningHours, openSince } from './opening-hours.ts'
import type { TerminalState } from './terminal-states.ts'

/** How a terminal is, in the order in which somebody must look: 失联, 有故障, 正常, 休息, 未启用. */
export const healths = ['silent', 'fault', 'fine', 'resting', 'notInUse'] as const
export type Health = (typeof healths)[number]

/** Lines of a terminal's life (终端经过); the database knows the same words. */
export const eventKinds = [
  'proposed',
  'confirmed',
  'activated',
  'frozen',
  'revoked',
  'faultBegan',
  'faultEnded',
  'versionChanged',
  'settingsSet',
  'settingsApplied',
  'fellSilent',
  'heardAgain',
] as const

export interface Watched {
  readonly state: TerminalState
  readonly lastSeenAt: string | null
  readonly faults: readonly string[]
  readonly hours: OpeningHours
}

export interface WatchPolicy {
  /** Quiet so long within opening hours, a terminal is silent (失联). */
  readonly silentMinutes: number
  /** From so many silent ones on, and from that share of a town or of the network, one alarm names the group. */
  readonly groupLeast: number
  readonly groupPercent: number
  /** A call for help that nobody answered so long is an alarm. */
  readonly helpMinutes: number
}

const latest = (...all: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined =>
  all
    .filter(one => one !== undefined)
    .reduce<Temporal.Instant | undefined>(
      (last, one) => (last === undefined || Temporal.Instant.compare(one, last) > 0 ? one : last),
      undefined,
    )

/**
 * Whether a terminal in use is silent now. Its silence begins with the last word, but never before today's opening (a
 * machine switched off at night is given its quarter of an hour in the morning) and never before the house itself came
 * back: while we were away nobody could be heard.
 */
export function isSilent(
  terminal: Pick<Watched, 'state' | 'lastSeenAt' | 'hours'>,
  now: Temporal.Instant,
  { silentMinutes, backAt }: { readonly silentMinutes: number; readonly backAt?: Temporal.Instant | undefined },
): boolean {
  if (terminal.state !== 'active') return false
  const open = openSince(terminal.hours, now)
  if (open === undefined) return false
  const heard = terminal.lastSeenAt === null ? undefined : Temporal.Instant.from(terminal.lastSeenAt)
  const since = latest(open, heard, backAt) ?? open
  return Temporal.Instant.compare(since.add({ minutes: silentMinutes }), now) <= 0
}

/** One word for how a terminal is. */
export function healthOf(
  terminal: Watched,
  now: Temporal.Instant,
  options: { readonly silentMinutes: number; readonly backAt?: Temporal.Instant | undefined },
): Health {
  if (terminal.state !== 'active') return 'notInUse'
  if (isSilent(terminal, now, options)) return 'silent'
  if (terminal.faults.length > 0) return 'fault'
  return openSince(terminal.hours, now) === undefined ? 'resting' : 'fine'
}
