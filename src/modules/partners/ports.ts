/** What came of telling a partner's system that something changed. */
export type Notified = { readonly kind: 'accepted' } | { readonly kind: 'unavailable'; readonly why: string }

/** 通知: says which item changed and nothing of what; signed, so that the other side knows who says it. */
export interface Notice {
  readonly id: string
  readonly url: string
  readonly body: string
  readonly signature: string
}

/** What partners asks of outside systems; gateways implement it. */
export interface PartnerPorts {
  readonly notify: (notice: Notice) => Promise<Notified>
}
