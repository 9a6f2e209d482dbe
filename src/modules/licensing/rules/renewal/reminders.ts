/** Days after a reminder day on which it is still told: a server that was off over a long holiday does not stay silent. */
const graceDays = 4

/** The reminder that is due with so many days left; undefined between two of them. The nearest to the end comes first. */
export const reminderDay = (daysLeft: number, days: readonly number[]): number | undefined =>
  days.toSorted((a, b) => a - b).find(day => daysLeft <= day && daysLeft > day - graceDays)
