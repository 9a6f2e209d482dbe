/** What is asked for, once each, in an order nobody knows before: a still picture can do neither. */
export const movements = ['blink', 'turn'] as const
export type Movement = (typeof movements)[number]

/** One look at the camera. */
export interface Measurement {
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number
  readonly faces: number
  /** Radians; 0 = looks straight ahead. */
  readonly yaw: number
  /** How open the eyes are: height of the opening by its width, both eyes together. */
  readonly eyes: number
}

export interface Challenge {
  readonly order: readonly Movement[]
  /** -1 while the person finds the camera; then the place in the order. */
  readonly step: number
  /** The movement has been seen; now back to rest. */
  readonly halfDone: boolean
  /** When this step began. */
  readonly since: number
  /** First look without exactly one face, if it lasts. */
  readonly alone: number | undefined
  readonly settled: readonly Measurement[]
  readonly outcome: 'open' | 'passed' | 'failed' | 'timeOut'
}

/** How many quiet looks make the person's own measure of open eyes and straight ahead. */
const settleLooks = 5
/** Shares of the person's own open eyes. */
const closedBelow = 0.7
const openFrom = 0.85
/** Radians away from the person's own straight ahead, and back to it. */
const turnedFrom = 0.35
const backBelow = 0.15
/** Somebody leaves, or a second one leans in, for longer than this: the one who moves may not be the one compared. */
const mostAbsentMs = 1_500

export const beginChallenge = (order: readonly Movement[], at: number): Challenge => ({
  order,
  step: -1,
  halfDone: false,
  since: at,
  alone: undefined,
  settled: [],
  outcome: 'open',
})

/** What the screen asks for now; undefined = look straight ahead. */
export const asked = (challenge: Challenge): Movement | undefined => challenge.order[challenge.step]

/** One look further. Each step has the same limit; a challenge that is decided stays as it is. */
export function look(challenge: Challenge, seen: Measurement, limitMs: number): Challenge {
  if (challenge.outcome !== 'open') return challenge
  if (seen.at - challenge.since > limitMs) return { ...challenge, outcome: 'timeOut' }
  if (seen.faces !== 1) {
    const alone = challenge.alone ?? seen.at
    return seen.at - alone > mostAbsentMs ? { ...challenge, outcome: 'failed' } : { ...challenge, alone }
  }
  const here = { ...challenge, alone: undefined }
  const movement = asked(here)
  if (movement === undefined) return settle(here, seen)
  const now = { ...here, halfDone: here.halfDone || away(here, movement, seen) }
  return now.halfDone && atRest(now, movement, seen) ? next(now, seen.at) : now
}

function settle(challenge: Challenge, seen: Measurement): Challenge {
  if (Math.abs(seen.yaw) > turnedFrom) return { ...challenge, settled: [] }
  const settled = [...challenge.settled, seen]
  return settled.length < settleLooks ? { ...challenge, settled } : next({ ...challenge, settled }, seen.at)
}

function next(challenge: Challenge, at: number): Challenge {
  const step = challenge.step + 1
  const outcome = step === challenge.order.length ? 'passed' : 'open'
  return { ...challenge, step, halfDone: false, since: at, outcome }
}

function away({ settled }: Challenge, movement: Movement, seen: Measurement): boolean {
  if (movement === 'turn') return Math.abs(seen.yaw - median(settled.map(one => one.yaw))) > turnedFrom
  // A head that turns narrows its eyes for the camera too; that is no blink.
  const straight = Math.abs(seen.yaw - median(settled.map(one => one.yaw))) < turnedFrom / 2
  return straight && seen.eyes < closedBelow * median(settled.map(one => one.eyes))
}

function atRest({ settled }: Challenge, movement: Movement, seen: Measurement): boolean {
  if (movement === 'turn') return Math.abs(seen.yaw - median(settled.map(one => one.yaw))) < backBelow
  return seen.eyes > openFrom * median(settled.map(one => one.eyes))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
