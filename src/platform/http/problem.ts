import { type Citation, formatCitation, formatCitationEn } from '#kernel/citation'
import { fillText, type Refusal, type RefusalTable } from '#kernel/refusal'

/** RFC 9457 problem details, with our extension members `code`, `next`, `basis`, `details`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly next: string
  readonly instance: string
  readonly basis: readonly { readonly citation: Citation; readonly text: string }[]
  readonly details: Refusal['details']
}

/**
 * The one place where a refusal becomes HTTP. A name without words is a fault of ours: it is answered as 422 with the
 * bare name, and the architecture test fails on it.
 */
export function problemOf(refusal: Refusal, table: RefusalTable, request: { id: string; english: boolean }): Problem {
  const entry = table[refusal.refusal]
  const words = entry?.[request.english ? 'en' : 'zh'] ?? { title: refusal.refusal, next: '' }
  const format = request.english ? formatCitationEn : formatCitation
  return {
    type: `urn:yzt:refusal:${refusal.refusal}`,
    title: fillText(words.title, refusal.details),
    status: entry?.status ?? 422,
    code: refusal.refusal,
    next: fillText(words.next, refusal.details),
    instance: `urn:yzt:request:${request.id}`,
    basis: (entry?.basis ?? []).map(citation => ({ citation, text: format(citation) })),
    details: refusal.details,
  }
}
