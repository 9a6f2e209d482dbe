import type { Period } from './figure.ts'

/** The longest period of a report, in months: what a page can show and a reader compare. */
export const mostMonths = 36

export type PeriodProblem = 'periodBackwards' | 'periodTooLong'

export function problemOf({ from, to }: Period): PeriodProblem | undefined {
  if (from > to) return 'periodBackwards'
  const first = Temporal.PlainDate.from(from)
  return Temporal.PlainDate.compare(first.add({ months: mostMonths }), Temporal.PlainDate.from(to)) <= 0
    ? 'periodTooLong'
    : undefined
}

/** The months that a period touches, each cut to the period. */
export function monthsOf({ from, to }: Period): readonly (Period & { readonly month: string })[] {
  const months: (Period & { month: string })[] = []
  const last = Temporal.PlainDate.from(to)
  let first = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(first, last) <= 0) {
    const end = first.with({ day: first.daysInMonth })
    const cut = Temporal.PlainDate.compare(end, last) < 0 ? end : last
    months.push({ month: first.toPlainYearMonth().toString(), from: first.toString(), to: cut.toString() })
    first = end.add({ days: 1 })
  }
  return months
}

/** The same days one month (环比) or one year (同比) earlier; whole months stay whole months. */
export function earlier({ from, to }: Period, step: 'month' | 'year'): Period {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const back = step === 'month' ? { months: 1 } : { years: 1 }
  const whole = first.day === 1 && last.day === last.daysInMonth
  const end = last.subtract(back)
  return {
    from: first.subtract(back).toString(),
    to: (whole ? end.with({ day: end.daysInMonth }) : end).toString(),
  }
}
