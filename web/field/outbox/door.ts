/** A photo as it was taken: JPEG without metadata, named by the SM3 of its bytes. */
export interface Attachment {
  readonly digest: string
  /** Base64 of the bytes that the digest is of. */
  readonly content: string
  readonly capturedAt: string
}

/** One field that two people filled in differently. */
export interface Side {
  readonly field: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

export type Choice = 'mine' | 'theirs'

/** What a door needs to know of an act besides its body. */
interface Told {
  /** Idempotency key: of the act, or of one attachment of it. */
  readonly key: string
  readonly matter: string
}

/**
 * 一个业务的收件口: how the acts of one area reach the server. Every function may throw `Problem`; the outbox reads from it
 * whether to try again, to sign in again, or to ask the person.
 */
export interface ActDoor<Body> {
  /** Sends one act; gives the server's words for what it became. Sent again with the same key, it must be done once. */
  send(body: Body, told: Told): Promise<string>
  /** Sends one attachment before the act that names it. */
  attach?(attachment: Attachment, told: Told): Promise<void>
  /** 交办公室处理: an act that the rules did not take is kept at the server as it is, for a person in the office. */
  setAside(body: Body, why: string, told: Told): Promise<void>
  /** 同一项填得不一样: both sides of each differing field; nothing where the refusal is of another kind. */
  sides?(body: Body, code: string, matter: string): Promise<readonly Side[]>
  /** The act after the person chose; sent under a new key. */
  settle?(body: Body, chosen: Readonly<Record<string, Choice>>, matter: string): Promise<Body>
}

/** A door as the outbox holds it: each area's bodies come back only to its own door. */
export type AnyDoor = ActDoor<unknown>
export const defineDoor = <Body>(door: ActDoor<Body>): AnyDoor => door as AnyDoor
