/** The hours of a form are China's, whatever the clock of the machine is set to. */
const chinaText = (epoch: number): string => new Date(epoch + 8 * 3_600_000).toISOString()

/** From a field for date and time. */
export const instantOf = (local: string): string => `${local}:00+08:00`
export const localOf = (instant: string): string => chinaText(Date.parse(instant)).slice(0, 16)
export const today = (): string => chinaText(Date.now()).slice(0, 10)
