import { cite } from '#kernel/citation'

/** 文书引用的条文, one row a document; the words of the document and the index of the law read it. What a case adds (违法行为的依据) comes from its own table. */
export const paperLaw = {
  filing: [cite('CF', 54), cite('S93', 35)],
  notFiled: [cite('S93', 36)],
  withdrawal: [cite('S93', 36)],
  hold: [cite('CF', 56)],
  holdOutcome: [cite('CF', 56)],
  sampling: [cite('CF', 56), cite('TL', 31)],
  review: [cite('CF', 58)],
  discussion: [cite('CF', 57, { paragraph: 2 })],
  notice: [cite('CF', 44), cite('CF', 45)],
  hearingNotice: [cite('CF', 63), cite('CF', 64)],
  hearingCall: [cite('CF', 64)],
  /** A penalty rests on the unlawful act, and orders to correct it; 不予处罚 rests on these. */
  decision: { correct: [cite('CF', 28, { paragraph: 1 })], none: [cite('CF', 57), cite('CF', 33)] },
  simpleDecision: [cite('CF', 51)],
  deferral: [cite('CF', 66, { paragraph: 2 })],
  demand: [cite('QZ', 54)],
  /** Where no act is named yet. */
  referral: [cite('CF', 22)],
  transfer: { basis: [cite('YS', 3), cite('YS', 5), cite('YS', 6)], answer: [cite('YS', 8)] },
  handOver: [cite('YS', 12)],
  courtApplication: [cite('QZ', 53), cite('QZ', 54), cite('QZ', 55), cite('ZMF', 41)],
} as const
