/** What the stream of events of the board tells. */
export const eventKinds = ['applied', 'decided', 'alert', 'visit', 'case'] as const

/** Whose days may run out. */
export const promiseKinds = ['application', 'delivery', 'clue', 'case'] as const
