import type { Tx } from '#platform/database'

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

/** 持证人 as the register knows him by his telephone. */
export interface PhoneHolder {
  readonly personIndex: string
  readonly name: string
  readonly idNoMasked: string
  readonly areaCode: string
  readonly phoneSealed: string
}

/** A person's number as the register has it; `since` = the day it was last corrected here, null = as imported. */
export interface OwnPhone extends Omit<PhoneHolder, 'personIndex'> {
  readonly phoneIndex: string
  readonly since: string | null
}

/** The register's telephone book: the one person a number belongs to; several people or nobody = `undefined`. */
interface PhoneBook {
  findHolder(tx: Tx, phoneIndex: string): Promise<PhoneHolder | undefined>
  /** The number of a person's shop, of a live licence first; `undefined` for somebody without one. */
  findPhone(tx: Tx, personIndex: string): Promise<OwnPhone | undefined>
  /** Where a person's shop lies; `undefined` for somebody without one. */
  findArea(tx: Tx, personIndex: string): Promise<string | undefined>
}

/** What the browser is sent away with, and what we keep until it comes back (sealed, in a cookie). */
export interface IdentityJourney {
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came back. `level` is the provider's: how strongly it has seen the person. `failed`: the way was broken off or altered. */
export type IdentityProof =
  | {
      readonly kind: 'proven'
      readonly name: string
      readonly idNo: string
      readonly level: number
      /** As the person left it there; null where the provider gives none. */
      readonly phone: string | null
    }
  | { readonly kind: 'failed' }
  | { readonly kind: 'unavailable' }

/** 统一身份认证 (gateway, OpenID Connect). */
export interface UnifiedIdentity {
  begin(redirectUri: string): Promise<IdentityJourney | null>
  finish(callback: URL, kept: Omit<IdentityJourney, 'url'>): Promise<IdentityProof>
}

/** What access asks of outside systems and of the house; gateways and the app implement it. */
export interface AccessPorts {
  readonly messages: MessageSender
  readonly phoneBook: PhoneBook
  readonly unifiedIdentity: UnifiedIdentity
}
