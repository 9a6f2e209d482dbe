import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { StoredFile } from '#platform/files'
import type { ServedHow } from '../rules/ways.ts'

export interface NewProof {
  readonly itemNo: string
  readonly how: ServedHow
  readonly kind: 'code' | 'card' | 'signature' | 'witnesses' | 'photos' | 'carrier' | 'confirmation'
  readonly receiverKind: 'self' | 'family' | 'mandate' | 'none'
  readonly receiverSealed: string | null
  readonly relation: string
  readonly witnessesSealed: string | null
  readonly signatureSealed: string | null
  readonly by: string
  readonly capturedAt: string
  readonly at: string
}

export async function insertProof(tx: Tx, p: NewProof): Promise<void> {
  await sql`insert into delivery.proof (item_no, how, kind, receiver_kind, receiver_sealed, relation, witnesses_sealed,
      signature_sealed, by, captured_at, at)
    values (${p.itemNo}, ${p.how}, ${p.kind}, ${p.receiverKind}, ${p.receiverSealed}, ${p.relation},
      ${p.witnessesSealed}, ${p.signatureSealed}, ${p.by}, ${p.capturedAt}, ${p.at})`.execute(tx)
}

export interface NewPhoto {
  readonly id: string
  readonly itemNo: string
  readonly event: string
  readonly digest: string
  readonly bytes: number
  readonly file: StoredFile
  readonly capturedAt: string
}

export async function insertPhoto(tx: Tx, p: NewPhoto): Promise<void> {
  await sql`insert into delivery.photo (id, item_no, event, digest, bytes, file_digest, file_bytes, captured_at)
    values (${p.id}, ${p.itemNo}, ${p.event}, ${p.digest}, ${p.bytes}, ${p.file.digest}, ${p.file.bytes}, ${p.capturedAt})`.execute(
    tx,
  )
}

export interface NewReceipt {
  readonly id: string
  readonly kind: 'service' | 'address'
  readonly itemNo: string
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedAt: string
}

/** Locks the series until the transaction ends, so that it has no gaps. */
export async function takeReceiptSerial(tx: Tx, kind: NewReceipt['kind'], year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into delivery.receipt_number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the receipt number was not given')
  return row.last
}

export async function insertReceipt(tx: Tx, r: NewReceipt): Promise<void> {
  await sql`insert into delivery.receipt (id, kind, item_no, year, serial, number, content, digest, signature, key_id, issued_at)
    values (${r.id}, ${r.kind}, ${r.itemNo}, ${r.year}, ${r.serial}, ${r.number}, ${r.content}, ${r.digest}, ${r.signature},
      ${r.keyId}, ${r.issuedAt})`.execute(tx)
}

export interface NewTalk {
  readonly id: string
  readonly itemNo: string | null
  readonly bookingId: string | null
  readonly areaCode: string
  readonly articles: readonly { readonly instrument: string; readonly article: number }[]
  readonly note: string
  readonly by: string
  readonly at: string
}

export async function insertTalk(tx: Tx, t: NewTalk): Promise<void> {
  await sql`insert into delivery.talk (id, item_no, booking_id, area_code, articles, note, by, at)
    values (${t.id}, ${t.itemNo}, ${t.bookingId}, ${t.areaCode}, ${JSON.stringify(t.articles)}::jsonb, ${t.note},
      ${t.by}, ${t.at})`.execute(tx)
}
