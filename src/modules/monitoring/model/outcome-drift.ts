import type { Scored } from './lift.ts'

/** What a version said of visits made after its lessons, beside what they found. */
export interface OutcomeDrift {
  readonly version: number
  readonly visits: number
  readonly expected: number
  readonly found: number
  readonly state: 'tooFew' | 'calm' | 'watch' | 'alarm'
}

/** Fewer visits say nothing. */
const leastVisits = 20
/** Two-sided: one calm version in twenty is watched, one in a hundred alarms. */
const [watchFrom, alarmFrom] = [1.96, 2.576]

/** 结果的漂移: whether as many visits found something as the model had foretold. Whom the visits went to does not matter: each has its own chance. */
export function outcomeDrift(version: number, scored: readonly Scored[]): OutcomeDrift {
  const expected = scored.reduce((sum, { score }) => sum + score, 0)
  const spread = Math.sqrt(scored.reduce((sum, { score }) => sum + score * (1 - score), 0))
  const found = scored.reduce((sum, { outcome }) => sum + outcome, 0)
  const distance = Math.abs(found - expected) / Math.max(spread, 1e-9)
  const state = distance >= alarmFrom ? 'alarm' : distance >= watchFrom ? 'watch' : 'calm'
  return { version, visits: scored.length, expected, found, state: scored.length < leastVisits ? 'tooFew' : state }
}
