import type { Examples } from './examples.ts'
import { at, logit, type Matrix } from './matrix.ts'
import { Past, type Shape } from './past.ts'
import type { Subject, Visit } from './records.ts'
import type { RankSettings } from './settings.ts'

export interface Lessons {
  readonly examples: Examples
  /** The day as of which each example's features stand. */
  readonly asOf: Float64Array
  /** Everything told, ready for the question of today. */
  readonly past: Past
}

/**
 * The past asked again and again as today asks: on some past day, knowing only what lay before it, whom would a visit in the
 * following weeks have met with an outcome? Only visits to such subjects as are asked about today become lessons.
 * @param all in order of their days; those from `today` on are not looked at.
 */
export function lessonsBefore(
  today: number,
  all: readonly Visit[],
  asked: readonly Subject[],
  { shape, settings }: { readonly shape: Shape; readonly settings: RankSettings },
): Lessons {
  // A visit on or after today would be the answer itself.
  const visits = all.filter(visit => visit.day < today)
  const past = new Past(shape, settings.rings, middleLatitude(visits))
  const alike = likeThose(asked)
  const tables: { matrix: Matrix; base: number; day: number; rows: readonly Visit[] }[] = []
  let told = 0
  for (const day of daysOfLessons(today, visits, settings)) {
    told = tellUntil(past, visits, told, day)
    const rows = visits.filter(visit => visit.day >= day && visit.day < day + settings.horizonDays && alike(visit))
    if (rows.length > 0) tables.push({ ...past.snapshot(rows, day), day, rows })
  }
  tellUntil(past, visits, told, today)
  const spread = (of: (table: (typeof tables)[number]) => number): Float64Array =>
    Float64Array.from(tables.flatMap(table => table.rows.map(() => of(table))))
  const matrix = stacked(tables.map(table => table.matrix))
  return {
    examples: {
      matrix,
      outcome: Float64Array.from(tables.flatMap(table => table.rows.map(row => row.outcome))),
      weight: new Float64Array(matrix.rows).fill(1),
      offset: spread(({ base }) => logit(base)),
    },
    asOf: spread(({ day }) => day),
    past,
  }
}

/** From the first day with enough behind it to one step before today. */
function daysOfLessons(
  today: number,
  visits: readonly Visit[],
  { stepDays, firstDays, lessonDays }: RankSettings,
): number[] {
  const first = Math.max((visits[0]?.day ?? today) + firstDays, today - lessonDays)
  const days: number[] = []
  for (let day = today - stepDays; day >= first; day -= stepDays) days.push(day)
  return days.reverse()
}

function tellUntil(past: Past, visits: readonly Visit[], from: number, day: number): number {
  let next = from
  for (let visit = visits[next]; visit && visit.day < day; visit = visits[next]) {
    past.tell(visit)
    next += 1
  }
  return next
}

/** A category that today's subjects never have marks another kind of subject, which teaches nothing about them. */
function likeThose(asked: readonly Subject[]): (subject: Subject) => boolean {
  const known: Set<string>[] = []
  for (const { categories } of asked)
    categories.forEach((value, c) => {
      known[c] = (known[c] ?? new Set()).add(value)
    })
  return subject => subject.categories.every((value, c) => known[c]?.has(value) ?? true)
}

function middleLatitude(visits: readonly Visit[]): number {
  const known = visits.filter(({ lat }) => !Number.isNaN(lat))
  return known.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, known.length)
}

function stacked(tables: readonly Matrix[]): Matrix {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const features = tables[0]?.features ?? []
  const columns = features.map((_, c) => {
    const column = new Float64Array(rows)
    let from = 0
    for (const table of tables) {
      column.set(table.columns[c] ?? [], from)
      from += table.rows
    }
    return column
  })
  return { features, rows, columns }
}

/** How many examples had an outcome. */
export const outcomesIn = ({ outcome }: Examples): number => {
  let count = 0
  for (let n = 0; n < outcome.length; n += 1) count += at(outcome, n)
  return count
}
