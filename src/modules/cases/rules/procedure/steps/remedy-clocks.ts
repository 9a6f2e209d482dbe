import type { Clock } from '../case-file.ts'
import { startClock } from '../clocks.ts'
import type { Sanction } from '../sanction.ts'
import type { TakenFacts } from '../step-rule.ts'

/** From service on: time to pay, for reconsideration and suit, and then the three months for the court (QZ 53). */
export function remedyClocks({ at, calendar }: TakenFacts, s: Sanction | undefined, onSpot = false): readonly Clock[] {
  const reconsider = startClock('reconsider', at, calendar)
  // A suit against an on-the-spot fine comes only after reconsideration (FY 23): it has no clock of its own yet.
  const sue = onSpot ? [] : [startClock('sue', at, calendar)]
  if (s === undefined || s.result !== 'penalty') return [reconsider, ...sue]
  const pay = s.fine > 0 || s.gains > 0 ? [startClock('pay', at, calendar)] : []
  return [...pay, reconsider, ...sue, courtClock([reconsider, ...sue].map(({ dueOn }) => dueOn))]
}

/** 自期限届满之日起三个月内: from the last day on which a remedy could be begun. */
export function courtClock(ends: readonly string[]): Clock {
  const from = ends.toSorted().at(-1) ?? ''
  return {
    kind: 'court',
    startedOn: from,
    dueOn: Temporal.PlainDate.from(from).add({ months: 3 }).toString(),
    state: 'running',
  }
}
