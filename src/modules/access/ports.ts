/** What became of one handing over. `unavailable` covers every way of not getting an answer: it is tried again. */
export type Sent =
  | { readonly kind: 'accepted'; readonly providerId: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unavailable' }

export interface Receipt {
  readonly providerId: string
  readonly outcome: 'delivered' | 'failed'
}

/** 短信 (gateway). The same `id` handed over twice is one message on the other side. */
export interface MessageSender {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<Sent>
  /** Delivery receipts after a cursor, oldest first; null = the other side does not answer. */
  receiptsSince(cursor: string): Promise<{ readonly receipts: readonly Receipt[]; readonly cursor: string } | null>
}

/** What access asks of outside systems; gateways implement it. */
export interface AccessPorts {
  readonly messages: MessageSender
}
