import type { StaffRole } from '#kernel/actor'
import { type Citation, cite } from '#kernel/citation'

/** 启封举报人身份 takes two offices (广东省市场监管条例 §41): the desk asks with a reason, somebody above or beside it agrees. */
export const openingRoles = {
  asks: ['informantDesk'],
  agrees: ['head', 'auditAdmin'],
} as const satisfies Record<string, readonly StaffRole[]>

export const openingBasis: readonly Citation[] = [cite('YSJ', 41)]

export interface OpeningFacts {
  readonly askedBy: string
  readonly agreedBy: string | null
  readonly refusedBy: string | null
  readonly agreedAt: string | null
  readonly expiresAt: string | null
}

export type OpeningState = 'asked' | 'open' | 'over' | 'refused'

export const openingWords: Readonly<Record<OpeningState, { readonly zh: string; readonly en: string }>> = {
  asked: { zh: '待第二人同意', en: 'Waits for the second person' },
  open: { zh: '已启封', en: 'Open' },
  over: { zh: '已到时，重新封存', en: 'Sealed again' },
  refused: { zh: '不同意', en: 'Refused' },
}

export function openingStateOf(opening: OpeningFacts, now: string): OpeningState {
  if (opening.refusedBy !== null) return 'refused'
  if (opening.agreedBy === null || opening.agreedAt === null || opening.expiresAt === null) return 'asked'
  return Temporal.Instant.compare(now, opening.expiresAt) < 0 ? 'open' : 'over'
}
