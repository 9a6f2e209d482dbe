import { type Grade, isBad, type RatingReason } from '#contract/licensing'
import { inVisit, type Kiosk, type Step } from './state.ts'

/** 好差评 at the end of a service: a good grade is sent by one touch, a bad one asks why first; leaving is no touch more. */
export type RatingState =
  | { readonly is: 'open' }
  | { readonly is: 'reasons'; readonly grade: Grade; readonly reasons: readonly RatingReason[]; readonly key: string }
  | { readonly is: 'sending' | 'failed' }
  | { readonly is: 'given'; readonly followUpBy: string | null }

export function gradeChosen(kiosk: Kiosk, grade: Grade, key: string): Step {
  const { result, rating } = kiosk.visit
  if (result === undefined || rating.is !== 'open') return [kiosk]
  if (isBad(grade)) return [inVisit(kiosk, { rating: { is: 'reasons', grade, reasons: [], key } })]
  return send(kiosk, { grade, reasons: [], key })
}

export function reasonToggled(kiosk: Kiosk, reason: RatingReason): Step {
  const { rating } = kiosk.visit
  if (rating.is !== 'reasons') return [kiosk]
  const { reasons } = rating
  const changed = reasons.includes(reason) ? reasons.filter(one => one !== reason) : [...reasons, reason]
  return [inVisit(kiosk, { rating: { ...rating, reasons: changed } })]
}

export function ratingConfirmed(kiosk: Kiosk): Step {
  const { rating } = kiosk.visit
  return rating.is === 'reasons' ? send(kiosk, rating) : [kiosk]
}

/** The matter itself stands, whatever became of its rating. */
export const ratingEnded = (kiosk: Kiosk, followUpBy: string | null | undefined): Step => [
  inVisit(kiosk, { rating: followUpBy === undefined ? { is: 'failed' } : { is: 'given', followUpBy } }),
]

const send = (
  kiosk: Kiosk,
  { grade, reasons, key }: { grade: Grade; reasons: readonly RatingReason[]; key: string },
): Step => {
  const applicationNo = kiosk.visit.result?.applicationNo ?? ''
  return [inVisit(kiosk, { rating: { is: 'sending' } }), { do: 'rate', applicationNo, grade, reasons, key }]
}
