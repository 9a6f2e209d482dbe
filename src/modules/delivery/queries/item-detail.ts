import { sql } from 'kysely'
import { findSummary, formatCitation, type InstrumentCode } from '#kernel/citation'
import { maskPhone } from '#kernel/masking'
import type { Tx } from '#platform/database'
import { factsOf } from '../actions/facts-of.ts'
import type { Setting } from '../actions/setting.ts'
import type { ItemDetail } from '../contract.ts'
import { officeEvents, whyNot } from '../rules/item/guards.ts'
import { type ItemEvent, itemEventLabels, itemMoves } from '../rules/item/moves.ts'
import { findItem, itemRow } from './items.ts'

type Article = { instrument: string; article: number }
export const articleTitle = ({ instrument, article }: Article): string =>
  formatCitation({ instrument: instrument as InstrumentCode, article })
export const articleSummary = ({ instrument, article }: Article): string =>
  findSummary({ instrument: instrument as InstrumentCode, article })?.summary ?? ''

interface ProofRow {
  readonly how: string
  readonly kind: string
  readonly receiverKind: string
  readonly receiverSealed: string | null
  readonly relation: string
  readonly witnessesSealed: string | null
  readonly signatureSealed: string | null
  readonly capturedAt: string
  readonly at: string
}

/** 一件一页: the item, what may be done, what happened, and the proof opened for whoever may see it. */
export async function readItemDetail(
  tx: Tx,
  itemNo: string,
  today: Temporal.PlainDate,
  setting: Setting,
): Promise<ItemDetail | undefined> {
  const item = await findItem(tx, itemNo)
  if (!item) return undefined
  const open = (sealed: string) => setting.keyring.openField(sealed)
  return {
    item: itemRow(item, { today, soonDays: setting.policy.soonDays, calendar: setting.calendar }),
    hasFile: await hasFile(tx, item.applicationNo),
    phoneMasked: item.phoneSealed === null ? '' : maskPhone(open(item.phoneSealed)),
    mailNo: item.mailNo,
    addressConfirmedOn: item.addressConfirmedOn,
    steps: stepsOf(factsOf(item), setting),
    events: await eventsOf(tx, itemNo),
    proof: await proofOf(tx, itemNo, open),
    photos: await photosOf(tx, itemNo),
    talks: await talksOf(tx, itemNo),
    receipt: (await papersOf(tx, itemNo, 'service'))[0] ?? null,
    addressPapers: await papersOf(tx, itemNo, 'address'),
  }
}

async function hasFile(tx: Tx, applicationNo: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from licensing.published_application where application_no = ${applicationNo}) as has`.execute(
    tx,
  )
  return rows[0]?.has === true
}

function stepsOf(facts: ReturnType<typeof factsOf>, { policy }: Setting): ItemDetail['steps'] {
  const row: Readonly<Record<string, string>> = itemMoves[facts.state]
  return officeEvents
    .filter(event => Object.hasOwn(row, event))
    .map(event => {
      const fault = whyNot(event, facts, policy)
      const { zh, en } = itemEventLabels[event]
      return {
        event,
        label: zh,
        labelEn: en,
        allowed: fault === undefined,
        why: fault?.zh ?? null,
        whyEn: fault?.en ?? null,
      }
    })
}

async function eventsOf(tx: Tx, itemNo: string): Promise<ItemDetail['events']> {
  const { rows } = await sql<{ event: ItemEvent; at: string; capturedAt: string; by: string; note: string }>`
    select e.event, e.at, e.captured_at, coalesce(s.name, e.by) as by, e.note from delivery.item_event e
    left join access.published_staff s on 'staff:' || s.id::text = e.by
    where e.item_no = ${itemNo} order by e.id`.execute(tx)
  return rows.map(row => ({ ...row, label: itemEventLabels[row.event].zh, labelEn: itemEventLabels[row.event].en }))
}

async function proofOf(tx: Tx, itemNo: string, open: (sealed: string) => string): Promise<ItemDetail['proof']> {
  const { rows } = await sql<ProofRow>`select how, kind, receiver_kind, receiver_sealed, relation, witnesses_sealed,
    signature_sealed, captured_at, at from delivery.proof where item_no = ${itemNo}`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { receiverSealed, witnessesSealed, signatureSealed, ...plain } = row
  return {
    ...plain,
    receiverName: receiverSealed === null ? '' : open(receiverSealed),
    witnesses: witnessesSealed === null ? [] : (JSON.parse(open(witnessesSealed)) as string[]),
    strokes: signatureSealed === null ? [] : (JSON.parse(open(signatureSealed)) as number[][][]),
  }
}

async function photosOf(tx: Tx, itemNo: string): Promise<ItemDetail['photos']> {
  const { rows } = await sql<ItemDetail['photos'][number]>`
    select id, event, bytes, captured_at from delivery.photo where item_no = ${itemNo} order by captured_at, id`.execute(
    tx,
  )
  return rows
}

async function talksOf(tx: Tx, itemNo: string): Promise<ItemDetail['talks']> {
  const { rows } = await sql<{ articles: Article[]; note: string; at: string }>`
    select articles, note, at from delivery.talk where item_no = ${itemNo} order by at`.execute(tx)
  return rows.map(row => ({
    ...row,
    articles: row.articles.map(article => ({ ...article, title: articleTitle(article) })),
  }))
}

async function papersOf(
  tx: Tx,
  itemNo: string,
  kind: 'service' | 'address',
): Promise<{ readonly id: string; readonly number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from delivery.receipt where item_no = ${itemNo} and kind = ${kind} order by year desc, serial desc`.execute(
    tx,
  )
  return rows
}

interface PhotoRow {
  readonly digest: string
  /** Of a picture kept before pictures were files. */
  readonly sealed: string | null
  readonly fileDigest: string | null
  readonly fileBytes: number | null
}

export async function findPhoto(tx: Tx, itemNo: string, id: string): Promise<PhotoRow | undefined> {
  const { rows } = await sql<PhotoRow>`select digest, sealed, file_digest, file_bytes from delivery.photo
    where id = ${id} and item_no = ${itemNo}`.execute(tx)
  return rows[0]
}

export interface ReceiptPage {
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
}

export async function findReceipt(tx: Tx, id: string): Promise<ReceiptPage | undefined> {
  const { rows } = await sql<ReceiptPage>`
    select content, digest, signature, key_id from delivery.receipt where id = ${id}`.execute(tx)
  return rows[0]
}
