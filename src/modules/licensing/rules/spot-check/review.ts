import { ok, type Result, refuse } from '#kernel/refusal'

/** 卷宗评查项目 (reference 6.9), in the order of the sheet. */
export const checklistItems = {
  identity: { zh: '申请人身份', en: 'Identity' },
  mandate: { zh: '委托手续', en: 'Mandate' },
  basis: { zh: '适用依据', en: 'Legal basis' },
  timeLimits: { zh: '办理期限', en: 'Time limits' },
  signatures: { zh: '签名、签批', en: 'Signatures' },
  service: { zh: '送达证明', en: 'Proof of service' },
  returned: { zh: '证件收回', en: 'Return of copies' },
  supply: { zh: '供货停止或者恢复', en: 'Supply stopped or restored' },
  archive: { zh: '归档完整', en: 'Complete archive' },
} as const
export type Mark = 'yes' | 'no' | 'none'

export interface DossierReview {
  readonly checklist: Readonly<Record<string, Mark>>
  readonly result: 'qualified' | 'flawed' | 'unqualified'
  readonly reason: string
  readonly correctBy: string | null
}

/**
 * 卷宗评查结论: every item is answered; 合格 means that none failed, anything else says what and until when it is mended.
 * Refusals: `checklistIncomplete`, `checklistAgainstResult`, `opinionMissing`, `correctionDayMissing`.
 */
export function reviewDossier(review: DossierReview, today: Temporal.PlainDate): Result<DossierReview> {
  const marks = Object.keys(checklistItems).map(item => review.checklist[item])
  if (marks.some(mark => mark === undefined)) return refuse('checklistIncomplete')
  const failed = marks.includes('no')
  if (failed === (review.result === 'qualified')) return refuse('checklistAgainstResult')
  if (review.result === 'qualified') return ok({ ...review, correctBy: null })
  if (review.reason === '') return refuse('opinionMissing')
  const { correctBy } = review
  return correctBy !== null && correctBy >= today.toString() ? ok(review) : refuse('correctionDayMissing')
}

export interface GrantReview {
  readonly result: 'agree' | 'differ'
  readonly reason: string
  /** Which rule should have stopped it, if one can be named. */
  readonly rule: string | null
}

/** 复核结论: who differs says why. */
export const reviewGrant = (review: GrantReview): Result<GrantReview> =>
  review.result === 'differ' && review.reason === '' ? refuse('opinionMissing') : ok(review)
