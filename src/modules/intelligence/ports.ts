/** What became of one handing over; `unavailable` covers every way of not getting an answer: it is tried again. */
export type Told = { readonly kind: 'accepted' } | { readonly kind: 'refused' } | { readonly kind: 'unavailable' }

/** 短信 (gateway): the same `id` handed over twice is one message on the other side. */
export interface ReporterLine {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<Told>
}

/** What this domain asks of outside systems. */
export interface IntelligencePorts {
  readonly reporterLine: ReporterLine
}
