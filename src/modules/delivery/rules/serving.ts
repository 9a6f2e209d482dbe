import { type Citation, cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { DeliveryPolicy } from './policy.ts'

/**
 * 送达规则. 行政许可法 says when (§44) but not how; administrative penalties refer to the civil procedure law as a whole, without an article
 * (行政处罚法 §61), and we follow the same manner for licensing and cite the law as that statute does. Address and consent to electronic
 * service are the province's own rule for registered businesses (广东省优化营商环境条例 §14).
 */
export const servingBasis: readonly Citation[] = [cite('XK', 44), cite('CF', 61)]
export const addressBasis: Citation = cite('YYH', 14, { paragraph: 1 })
export const electronicBasis: Citation = cite('YYH', 14, { paragraph: 2 })

type ReceiverKind = 'self' | 'family' | 'mandate'

/** 谁可以签收: 本人、同住成年家属、代收人（持委托）. */
export interface Receiver {
  readonly kind: ReceiverKind
  /** Empty for the person himself: the register knows the name. */
  readonly name: string
  /** 与受送达人的关系; for a mandate the mandate is named here. */
  readonly relation: string
  /** Said by the courier: seen to be an adult who lives here; or the mandate seen. */
  readonly checked: boolean
}

export function checkReceiver(receiver: Receiver): Result<Receiver> {
  if (receiver.kind === 'self') return ok({ ...receiver, name: '', relation: '' })
  if (receiver.name.trim() === '' || receiver.relation.trim() === '') return refuse('receiverUnnamed')
  if (!receiver.checked) return refuse(receiver.kind === 'family' ? 'receiverNotAdultFamily' : 'mandateNotSeen')
  return ok({ ...receiver, name: receiver.name.trim(), relation: receiver.relation.trim() })
}

/** 留置送达 needs witnesses who sign, or pictures of the act; which of both the receipt rests on. */
export function leaveProof(
  given: { readonly witnesses: readonly string[]; readonly photos: number; readonly why: string },
  policy: Pick<DeliveryPolicy, 'leaveWitnesses' | 'leavePhotos'>,
): Result<'witnesses' | 'photos'> {
  if (given.why.trim() === '') return refuse('refusalReasonMissing')
  const named = new Set(given.witnesses.map(name => name.trim()).filter(Boolean))
  if (named.size >= policy.leaveWitnesses) return ok('witnesses')
  if (given.photos >= policy.leavePhotos) return ok('photos')
  return refuse('leaveNeedsProof', { witnesses: policy.leaveWitnesses, photos: policy.leavePhotos })
}

/** A hand-over signature counts when a hand wrote it: some points, in some room. */
export function isSigned(strokes: readonly (readonly (readonly number[])[])[]): boolean {
  const points = strokes.flat()
  if (points.length < 8) return false
  const spread = (axis: 0 | 1) => {
    const values = points.map(point => point[axis] ?? 0)
    return Math.max(...values) - Math.min(...values)
  }
  return spread(0) + spread(1) >= 40
}

/** 身份证后四位: against the masked number of the register, which shows exactly these. */
export const cardMatches = (last4: string, masked: string): boolean =>
  masked.length >= 4 && masked.slice(-4).toUpperCase() === last4.toUpperCase()

/** 离线动作的时间: neither ahead of the server's clock by more than a slip, nor older than the longest outage we believe. */
export function checkCaptured(
  captured: Temporal.Instant,
  now: Temporal.Instant,
  policy: Pick<DeliveryPolicy, 'captureAheadSeconds' | 'captureBehindHours'>,
): Result<Temporal.Instant> {
  const seconds = (now.epochMilliseconds - captured.epochMilliseconds) / 1000
  if (seconds < -policy.captureAheadSeconds) return refuse('capturedAhead')
  if (seconds > policy.captureBehindHours * 3600) return refuse('capturedTooOld', { hours: policy.captureBehindHours })
  return ok(seconds < 0 ? now : captured)
}
