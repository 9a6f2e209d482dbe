interface Words {
  readonly zh: string
  readonly en: string
}

/** 好差评五级, best first, as the province asks for them. */
export const grades = [5, 4, 3, 2, 1] as const
export type Grade = (typeof grades)[number]

export const gradeLabels: Readonly<Record<Grade, Words>> = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
}

/** 差评: 不满意 and 非常不满意 are followed up. */
export const isBad = (grade: number): boolean => grade <= 2

/** Reasons to choose from; which are offered depends on the grade. */
export const ratingReasons = {
  fast: { zh: '办得快', en: 'Fast', bad: false },
  clear: { zh: '说得明白', en: 'Clear', bad: false },
  easy: { zh: '机器好用', en: 'Easy to use', bad: false },
  noTrip: { zh: '不用跑路', en: 'No trip needed', bad: false },
  slow: { zh: '办得慢', en: 'Slow', bad: true },
  unclear: { zh: '没说明白', en: 'Not clear', bad: true },
  trips: { zh: '跑了多次', en: 'Several trips', bad: true },
  paper: { zh: '材料要得多', en: 'Too many papers', bad: true },
  attitude: { zh: '态度不好', en: 'Unfriendly', bad: true },
  hard: { zh: '机器难用', en: 'Hard to use', bad: true },
} as const

export type RatingReason = keyof typeof ratingReasons
export const reasonCodes = Object.keys(ratingReasons) as readonly RatingReason[]
export const reasonsFor = (grade: number): readonly RatingReason[] =>
  reasonCodes.filter(code => ratingReasons[code].bad === isBad(grade))

/** 回访结果; `unreached` leaves it open. */
export const followUpOutcomes = {
  solved: { zh: '已解决', en: 'Solved' },
  explained: { zh: '已解释，当事人理解', en: 'Explained and understood' },
  passedOn: { zh: '不属于本局，已转办', en: 'Not ours, passed on' },
  unreached: { zh: '没有联系上', en: 'Not reached' },
} as const
export type FollowUpOutcome = keyof typeof followUpOutcomes
