const firstMinutes = 1
const longestMinutes = 30

/** The pause after the n-th failure in a row: 1, 2, 4 … 30 minutes. A long outage is waited out; nothing is given up. */
export const pauseMinutes = (failures: number): number =>
  Math.min(longestMinutes, firstMinutes * 2 ** Math.min(10, Math.max(0, failures - 1)))
