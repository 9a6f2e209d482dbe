/** What a field for date and time holds is China's hour, whatever the clock of the machine says. */
export const instantOf = (local: string): string => `${local}:00+08:00`

export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)
