import type { Tx } from '#platform/database'
import type { GatewayName, ReportGateway } from './rules/gateways.ts'

/** One report as an adapter hands it over. `id` is ours: the same id again is the same report. */
export interface Report {
  readonly id: string
  readonly kind: ReportKind
  /** Number of the file, the licence, or the hour. */
  readonly about: string
  readonly body: Readonly<Record<string, unknown>>
}

export type ReportKind = 'applied' | 'decided' | 'withdrawn' | 'certificate' | 'terminals' | 'usage' | 'rating'

/** `refused` is the other side's own word and is not tried again by itself; `unavailable` is every way of having no answer. */
export type Handed =
  | { readonly kind: 'accepted'; readonly receiptNo: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unavailable'; readonly why: string }

/** 报送对象 (gateway): takes reports, each number once. */
export interface ReportTarget {
  hand(report: Report): Promise<Handed>
}

/** What another domain keeps waiting for a gateway of its own. */
interface WaitingList {
  read(tx: Tx): Promise<{ readonly waiting: number; readonly oldest: string | null }>
  /** Tries again what waits; absent where only a person can. */
  resend?(tx: Tx): Promise<void>
}

/** What exchange asks of outside systems, and what it may show of the others. */
export interface ExchangePorts {
  readonly targets: Readonly<Record<ReportGateway, ReportTarget>>
  readonly lists: Partial<Readonly<Record<GatewayName, WaitingList>>>
  readonly connected: readonly GatewayName[]
  readonly simulated: readonly GatewayName[]
}
