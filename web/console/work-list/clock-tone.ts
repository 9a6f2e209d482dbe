import type { ApplicationRow } from '#contract/licensing'

export type Clock = NonNullable<ApplicationRow['clock']>
export type ClockTone = Clock['tone']

/** How a clock is shown: a word and a shape beside the colour, because colour alone tells nothing to many people. */
export interface ClockLook {
  readonly word: 'clock.overdue' | 'clock.soon' | 'clock.calm' | 'clock.none'
  readonly shape: '▲' | '◆' | '●' | '–'
  readonly tone: ClockTone | 'none'
}

const looks: Readonly<Record<ClockTone, ClockLook>> = {
  overdue: { word: 'clock.overdue', shape: '▲', tone: 'overdue' },
  soon: { word: 'clock.soon', shape: '◆', tone: 'soon' },
  calm: { word: 'clock.calm', shape: '●', tone: 'calm' },
}

/** A day that has passed is overdue, whatever tone came with it: a stale page must not calm anybody. */
export function clockLook(clock: Clock | null): ClockLook {
  if (clock === null) return { word: 'clock.none', shape: '–', tone: 'none' }
  return looks[clock.workingDaysLeft < 0 ? 'overdue' : clock.tone]
}

/** Most urgent first: what is due first, then what came first; files without a clock at the end. */
export function byUrgency(a: ApplicationRow, b: ApplicationRow): number {
  const due = (row: ApplicationRow) => row.clock?.dueOn ?? '9999-12-31'
  return compare(due(a), due(b)) || compare(a.receivedAt, b.receivedAt) || compare(a.applicationNo, b.applicationNo)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
