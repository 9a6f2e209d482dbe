/**
 * Seconds of one act of the hand or eye. Card, Moran and Newell's keystroke-level model (1983) for the practised person, K
 * and M; the older first-time user by the slower rates of studies on touch kiosks, rounded up. An estimate. `codeKey` is one
 * character of a number that is copied from a paper (their "complex codes").
 */
export const people = {
  practised: { tap: 0.6, decide: 1.2, charactersPerSecond: 12, card: 3, sign: 5, codeKey: 0.75 },
  elder: { tap: 1.5, decide: 3, charactersPerSecond: 5, card: 8, sign: 15, codeKey: 2 },
} as const
/** Seconds that no service shall exceed. */
export const limits = { practised: 60, elder: 150 }

export type Person = (typeof people)[keyof typeof people]

/**
 * The machine's own time, rounded up from one 补办 at the real terminal on two busy cores (2026-11-26): from the card to the
 * facts 1.4 s, submission to result 0.9 s, each answer about the code 0.13 s. The way of the message itself is not estimated.
 * `look` is one question to the registers on the way, rounded up like the submission.
 */
const machine = { cardToFacts: 1.5, submit: 1, codeAnswer: 0.3, look: 1 } as const

/** What one service takes of a person, counted over its pages. */
export interface Walk {
  readonly taps: number
  readonly pages: number
  readonly characters: number
  /** Answers of the machine about a code. */
  readonly codeAnswers: number
  /** A card is laid on the reader first. */
  readonly card: boolean
  /** Characters copied from a paper. */
  readonly copied: number
  /** Questions of the machine to the registers. */
  readonly looks: number
}

export const secondsOf = (walk: Walk, person: Person): number =>
  (walk.card ? person.card + machine.cardToFacts : 0) +
  person.sign +
  walk.taps * person.tap +
  walk.pages * person.decide +
  walk.characters / person.charactersPerSecond +
  walk.copied * person.codeKey +
  walk.looks * machine.look +
  machine.submit +
  walk.codeAnswers * machine.codeAnswer
