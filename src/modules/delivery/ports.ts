/** What the carrier said when a parcel was handed to it. */
export type PostOrdered =
  | { readonly kind: 'ordered'; readonly mailNo: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unavailable' }

/** One step of a parcel as the carrier reports it. */
export interface PostEvent {
  readonly orderId: string
  readonly mailNo: string
  readonly kind: 'accepted' | 'inTransit' | 'delivered' | 'returned'
  /** ISO instant. */
  readonly at: string
  /** Who signed, as the carrier writes it (本人, 家人, 代收). */
  readonly receiver?: string
}

type PostEvents =
  | { readonly kind: 'events'; readonly events: readonly PostEvent[]; readonly cursor: string | null }
  | { readonly kind: 'unavailable' }

/** 邮寄 (gateway): orders are idempotent by `orderId`; events are read from a cursor on. */
export interface PostCarrier {
  order(parcel: {
    orderId: string
    to: { name: string; phone: string; address: string }
    what: string
  }): Promise<PostOrdered>
  eventsSince(cursor: string | null): Promise<PostEvents>
}

/** What delivery asks of outside systems; gateways implement it. */
export interface DeliveryPorts {
  readonly postCarrier: PostCarrier
}
