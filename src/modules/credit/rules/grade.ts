import type { CreditPolicy } from './policy.ts'
import { type RecordKind, weightOf } from './records.ts'

const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

/** A record that counts: confirmed, and neither corrected nor repaired. */
export interface CountedRecord {
  readonly id: string
  readonly what: RecordKind
  /** ISO day of the fact itself, from which its time runs. */
  readonly happenedOn: string
}

/** One line of the reasons: which record, how many points now, until when, and whether it counts half already. */
export interface GradeLine {
  readonly id: string
  readonly what: RecordKind
  readonly points: number
  readonly until: string
  readonly halved: boolean
}

export interface GradeOutcome {
  /** null = 未评级: nothing was ever recorded. */
  readonly grade: Grade | null
  readonly points: number
  readonly lines: readonly GradeLine[]
  /** The next day on which time alone changes the points; null = never. */
  readonly nextChange: string | null
}

/**
 * 信用等级 by the published criteria. A record counts in full in the first half of its time, half in the second, then no more.
 * A grave fault holds the grade at D while it counts in full and at C while it counts half. Order and number of runs change nothing.
 */
export function gradeOf(
  records: readonly CountedRecord[],
  today: Temporal.PlainDate,
  policy: CreditPolicy,
  /** A shop that was graded once keeps a grade, also where every record was taken back. */
  graded = records.length > 0,
): GradeOutcome {
  const now = today.toString()
  const spans = records.map(record => spanOf(record, policy))
  const counting = spans.filter(({ from, until }) => from <= now && now < until)
  const lines = counting
    .map(({ record, half, until }) => {
      const halved = now >= half
      const full = policy.points[record.what]
      return { id: record.id, what: record.what, points: halved ? halfOf(full) : full, until, halved }
    })
    .toSorted((a, b) => a.points - b.points || (a.id < b.id ? -1 : 1))
  const sum = (of: readonly GradeLine[]) => of.reduce((total, line) => total + line.points, 0)
  const good = Math.min(policy.goodCap, sum(lines.filter(({ points }) => points > 0)))
  const points = policy.basePoints + good + sum(lines.filter(({ points }) => points < 0))
  const changes = spans
    .flatMap(({ from, half, until }) => [from, half, until])
    .filter(day => day > now)
    .toSorted()
  return {
    grade: graded ? heldBack(lines, byPoints(points, policy)) : null,
    points,
    lines,
    nextChange: changes[0] ?? null,
  }
}

function spanOf(record: CountedRecord, { months }: CreditPolicy) {
  const start = Temporal.PlainDate.from(record.happenedOn)
  const whole = months[weightOf(record.what)]
  const half = start.add({ months: Math.floor(whole / 2), days: (whole % 2) * 15 })
  return { record, from: record.happenedOn, half: half.toString(), until: start.add({ months: whole }).toString() }
}

/** −15 → −8: half, rounded away from nothing, so that a halved record still counts. */
const halfOf = (points: number): number => Math.sign(points) * Math.ceil(Math.abs(points) / 2)

const byPoints = (points: number, { thresholds: { A, B, C } }: CreditPolicy): Grade =>
  points >= A ? 'A' : points >= B ? 'B' : points >= C ? 'C' : 'D'

function heldBack(lines: readonly GradeLine[], grade: Grade): Grade {
  const grave = lines.filter(({ what }) => weightOf(what) === 'grave')
  if (grave.some(({ halved }) => !halved)) return 'D'
  return grave.length > 0 && grade < 'C' ? 'C' : grade
}
