import Dexie, { type Table } from 'dexie'

/** What the telephone keeps: sealed rows and what is needed to find them. No identity number is ever among them. */
interface KeptRow {
  readonly id: string
  /** AES-GCM: iv and text; opened only by the key of this device. */
  readonly sealed: Uint8Array<ArrayBuffer>
}

export type OutboxState = 'kept' | 'sending' | 'received' | 'conflict'

/**
 * 待发动作 of any area: the id is the idempotency key. Matter, order and state lie open so that the list can be drawn and
 * sent; what was done lies sealed.
 */
export interface OutboxRow extends KeptRow {
  readonly seq: number
  /** Of app/areas.ts. */
  readonly area: string
  /** What the act is about; the acts of one matter are sent in their order. */
  readonly matter: string
  /** 送达: a second try the same day is another round, and what was said of the first says nothing of it. */
  readonly within: string
  readonly staffId: string
  readonly kind: string
  /** For the list: public words such as the shop's name and what was done. */
  readonly subject: string
  readonly what: string
  readonly state: OutboxState
  /** The half-filled form it came from: kept until the act is taken, so that it can be mended. */
  readonly draft: string
  /** Sendings without an answer; who failed often goes last, so that one bad act holds up no other. */
  readonly tries: number
  readonly code?: string
  readonly title?: string
  readonly next?: string
  readonly label?: string
}

/** 附件 (photo): on the telephone from the moment it is taken, named by its SM3; `actId` once an act speaks of it. */
interface AttachmentRow extends KeptRow {
  readonly matter: string
  readonly actId: string
  readonly sent: number
}

class FieldDatabase extends Dexie {
  declare keys: Table<{ id: string; key: CryptoKey }, string>
  declare day: Table<KeptRow, string>
  declare outbox: Table<OutboxRow, string>
  declare attachments: Table<AttachmentRow, string>
  declare drafts: Table<KeptRow, string>
  declare tries: Table<{ id: string; count: number }, string>

  constructor() {
    super('yzt-field')
    this.version(1).stores({ keys: '&id', day: '&id', outbox: '&id, seq, itemNo, state', tries: '&id' })
    // A telephone that still holds unsent deliveries when the app is renewed keeps them.
    this.version(2)
      .stores({ outbox: '&id, seq, matter, state', attachments: '&id, matter, actId', drafts: '&id' })
      .upgrade(async tx => {
        await tx.table('day').clear()
        await tx.table('outbox').toCollection().modify(renewRow)
      })
  }
}

interface OldRow {
  itemNo?: string
  roundId?: string
  [field: string]: unknown
}

function renewRow(row: OldRow): void {
  const { itemNo, roundId } = row
  Object.assign(row, {
    area: 'delivery',
    matter: itemNo,
    within: roundId,
    subject: itemNo,
    what: '',
    draft: '',
    tries: 0,
  })
  delete row.itemNo
  delete row.roundId
}

export const database = new FieldDatabase()
