import type { Ring } from './families/neighbourhood.ts'
import type { LearnerSettings } from './learner.ts'

/** How the past is cut into lessons and how strongly the learner is held back. Chosen by rolling windows, see decision on the market model. */
export interface RankSettings {
  /** A lesson every so many days; its question is what a visit in the next `horizonDays` meets. */
  readonly stepDays: number
  readonly horizonDays: number
  /** Older days make no lessons (they are still remembered): the time to learn stays the same however long the history. */
  readonly lessonDays: number
  /** No lesson before so much history. */
  readonly firstDays: number
  readonly rings: readonly Ring[]
  readonly learner: LearnerSettings
}

export const rankSettings: RankSettings = {
  stepDays: 30,
  horizonDays: 60,
  lessonDays: 540,
  firstDays: 45,
  rings: [
    { metres: 150, halfLife: 365 },
    { metres: 400, halfLife: 120 },
    { metres: 800, halfLife: 365 },
    { metres: 1_500, halfLife: 60 },
    { metres: 3_000, halfLife: 180 },
  ],
  learner: {
    trees: {
      rounds: 120,
      rate: 0.06,
      depth: 3,
      bins: 32,
      ridge: 10,
      leafWeight: 5,
      rowShare: 0.5,
      columnShare: 0.3,
      seed: 1,
    },
    line: { ridge: 100 },
    treeShare: 0.5,
  },
}
