import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Field, ItemKind } from '../rules/agencies.ts'
import type { ItemState } from '../rules/item/moves.ts'

export async function takeNumber(tx: Tx, kind: 'XY' | 'XZ', year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into partners.number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  return `${kind}-${year}-${String(rows[0]?.last ?? 0).padStart(kind === 'XY' ? 4 : 6, '0')}`
}

interface Clocks {
  readonly givenAt: string | null
  readonly receiveDueAt: string | null
  readonly answerDueAt: string | null
}

export interface NewItem extends Clocks {
  readonly no: string
  readonly kind: ItemKind
  readonly agencyId: string
  readonly contactId: string
  readonly agreementNo: string
  readonly aboutNo: string | null
  readonly areaCode: string
  readonly fields: readonly Field[]
  readonly valuesSealed: string
  readonly state: ItemState
  readonly proposedBy: string
  readonly proposedAt: string
}

export async function insertItem(tx: Tx, i: NewItem): Promise<void> {
  await sql`insert into partners.item (no, kind, agency_id, contact_id, agreement_no, about_no, area_code, fields, values_sealed, state,
      proposed_by, proposed_at, given_at, receive_due_at, answer_due_at)
    values (${i.no}, ${i.kind}, ${i.agencyId}, ${i.contactId}, ${i.agreementNo}, ${i.aboutNo}, ${i.areaCode}, ${[...i.fields]},
      ${i.valuesSealed}, ${i.state}, ${i.proposedBy}, ${i.proposedAt}, ${i.givenAt}, ${i.receiveDueAt}, ${i.answerDueAt})`.execute(
    tx,
  )
}

export interface ItemChange extends Clocks {
  readonly state: ItemState
  readonly approvedBy: string | null
  readonly receivedAt: string | null
  readonly answeredAt: string | null
  readonly endedAt: string | null
}

export async function saveItem(tx: Tx, no: string, c: ItemChange): Promise<void> {
  await sql`update partners.item set state = ${c.state}, version = version + 1, approved_by = ${c.approvedBy}, given_at = ${c.givenAt},
    receive_due_at = ${c.receiveDueAt}, answer_due_at = ${c.answerDueAt}, received_at = ${c.receivedAt},
    answered_at = ${c.answeredAt}, ended_at = ${c.endedAt} where no = ${no}`.execute(tx)
}

export interface NewEvent {
  readonly at: string
  readonly event: string
  readonly to: ItemState
  readonly side: 'ours' | 'theirs'
  readonly by: string
  readonly wordsSealed: string | null
}

export async function writeEvent(tx: Tx, itemNo: string, e: NewEvent): Promise<void> {
  await sql`insert into partners.item_event (item_no, at, event, to_state, side, by, words_sealed)
    values (${itemNo}, ${e.at}, ${e.event}, ${e.to}, ${e.side}, ${e.by}, ${e.wordsSealed})`.execute(tx)
}
