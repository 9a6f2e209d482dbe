import { addYearsMinusDay } from '#kernel/dates'

/** 有效期限自…至…, both days included. */
export interface Term {
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate
}

/** S205 48: no term is longer. */
export const longestTermYears = 5

/**
 * The term that follows: from the day after the old one, so that no day is lost or counted twice.
 * A licence that had run out before a timely application (`gap`) starts anew on the day of the decision:
 * a term is never granted backwards over days on which there was no licence.
 */
export function nextTerm(
  oldValidTo: Temporal.PlainDate,
  years: number,
  gap?: { readonly decidedOn: Temporal.PlainDate },
): Term {
  if (!Number.isInteger(years) || years < 1 || years > longestTermYears)
    throw new RangeError(`no licence runs ${years} years`)
  const following = oldValidTo.add({ days: 1 })
  const validFrom = gap && Temporal.PlainDate.compare(gap.decidedOn, following) > 0 ? gap.decidedOn : following
  return { validFrom, validTo: addYearsMinusDay(validFrom, years) }
}

/** The first term of a new licence: from the day of the decision. */
export const firstTerm = (decidedOn: Temporal.PlainDate, years: number): Term => ({
  validFrom: decidedOn,
  validTo: addYearsMinusDay(decidedOn, years),
})
