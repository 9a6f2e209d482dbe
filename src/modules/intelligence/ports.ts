import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Services } from '#platform/module'

/** What became of one handing over; `unavailable` covers every way of not getting an answer: it is tried again. */
export type Told = { readonly kind: 'accepted' } | { readonly kind: 'refused' } | { readonly kind: 'unavailable' }

/** 短信 (gateway): the same `id` handed over twice is one message on the other side. */
export interface ReporterLine {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<Told>
}

export type Around = Pick<Services, 'keyring' | 'config'> & { readonly at: Moment }

/** 补记: a case or a true alert of another domain, told to the graph as its reaction would tell it. */
export type TellEarlier = (
  tx: Tx,
  record: { readonly kind: 'case' | 'alert'; readonly ref: string },
  around: Around,
) => Promise<void>

/** What this domain asks of outside systems, and of whoever knows the other domains. */
export interface IntelligencePorts {
  readonly reporterLine: ReporterLine
  readonly tellEarlier: TellEarlier
}
