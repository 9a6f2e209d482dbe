import Dexie, { type Table } from 'dexie'

/** What the telephone keeps: sealed rows and what is needed to find them. No identity number is ever among them. */
export interface KeptRow {
  readonly id: string
  /** AES-GCM: iv and text; opened only by the key of this device. */
  readonly sealed: Uint8Array<ArrayBuffer>
}

export type OutboxState = 'kept' | 'sending' | 'received' | 'conflict'

/** 待发动作: the id is the idempotency key. Item, order and state lie open so that the list can be drawn. */
export interface OutboxRow extends KeptRow {
  readonly seq: number
  readonly itemNo: string
  /** A second try the same day is another round: what was said of the first says nothing of it. */
  readonly roundId: string
  readonly staffId: string
  readonly kind: string
  readonly state: OutboxState
  readonly code?: string
  readonly title?: string
  readonly next?: string
  readonly label?: string
}

class FieldDatabase extends Dexie {
  declare keys: Table<{ id: string; key: CryptoKey }, string>
  declare day: Table<KeptRow, string>
  declare outbox: Table<OutboxRow, string>
  declare tries: Table<{ id: string; count: number }, string>

  constructor() {
    super('yzt-field')
    this.version(1).stores({ keys: '&id', day: '&id', outbox: '&id, seq, itemNo, state', tries: '&id' })
  }
}

export const database = new FieldDatabase()
