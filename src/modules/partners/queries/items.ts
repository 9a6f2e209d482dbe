import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ItemRow } from '../contract/shapes.ts'
import type { Field } from '../rules/agencies.ts'
import type { ItemState } from '../rules/item/moves.ts'
import { givenSince, lateItem } from './response.ts'

/** An item as the table has it; what was given lies sealed. */
export interface ItemRecord extends Omit<ItemRow, 'late'> {
  readonly contactId: string
  readonly contactAccountId: string | null
  readonly agreementNo: string
  readonly areaCode: string
  readonly fields: Field[]
  readonly valuesSealed: string
  readonly state: ItemState
  readonly version: number
  readonly proposedBy: string
  readonly approvedBy: string | null
  readonly endedAt: string | null
}

const columns = sql`i.no, i.kind, i.agency_id, a.name as agency, i.contact_id, c.name as contact, c.account_id as contact_account_id,
  i.about_no, i.agreement_no, i.area_code, i.fields, i.values_sealed, i.state, i.version, i.proposed_by, i.approved_by, i.given_at,
  i.receive_due_at, i.answer_due_at, i.received_at, i.answered_at, i.ended_at`
const joined = sql`partners.item i join partners.agency a on a.id = i.agency_id join partners.contact c on c.id = i.contact_id`

export interface ItemFilter {
  readonly agencyId?: string
  readonly aboutNo?: string
  readonly open?: boolean
  readonly town?: string
  /** Given since this day and not taken back: what the figures of 响应时效 count. */
  readonly since?: string
  readonly state?: 'received' | 'answered' | 'finished' | 'overdue'
  /** For `overdue`. */
  readonly now?: string
}

const inState = (state: NonNullable<ItemFilter['state']>, now: string) =>
  ({
    received: sql`i.received_at is not null`,
    answered: sql`i.answered_at is not null`,
    finished: sql`i.state = 'closed'`,
    overdue: lateItem(now),
  })[state]

/** Newest first; those that wait stand before those that ended. */
export async function listItems(tx: Tx, filter: ItemFilter = {}): Promise<ItemRecord[]> {
  const { agencyId, aboutNo, open, town, since, state, now = 'now' } = filter
  const { rows } = await sql<ItemRecord>`select ${columns} from ${joined}
    where (${agencyId ?? null}::uuid is null or i.agency_id = ${agencyId ?? null})
      and (${aboutNo ?? null}::text is null or i.about_no = ${aboutNo ?? null})
      and (${open ?? false} = false or i.ended_at is null)
      and (${town ?? null}::text is null or left(i.area_code, 9) = ${town ?? null})
      and ${since === undefined ? sql`true` : givenSince(since)} and ${state === undefined ? sql`true` : inState(state, now)}
    order by i.ended_at is not null, i.proposed_at desc limit 200`.execute(tx)
  return rows
}

export async function findItem(tx: Tx, no: string, lock = false): Promise<ItemRecord | undefined> {
  const { rows } = await sql<ItemRecord>`select ${columns} from ${joined} where i.no = ${no} ${
    lock ? sql`for update of i` : sql``
  }`.execute(tx)
  return rows[0]
}

export interface EventRow {
  readonly at: string
  readonly event: string
  readonly side: 'ours' | 'theirs'
  readonly by: string
  readonly wordsSealed: string | null
}

/** With the name behind each label, as far as the reader may know it: theirs is the agency's account, ours the bureau. */
export async function listEvents(tx: Tx, itemNo: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.at, e.event, e.side, coalesce(s.name, p.name, e.by) as by, e.words_sealed from partners.item_event e
    left join access.published_staff s on e.by = 'staff:' || s.id
    left join access.published_partner_account p on e.by = 'partner:' || p.agency_id || '/' || p.id
    where e.item_no = ${itemNo} order by e.id`.execute(tx)
  return rows
}

/** Changes when anything happens to an item that this reader may see. */
export async function itemMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select coalesce(count(*) || '.' || sum(version), '0') as mark
    from partners.item`.execute(tx)
  return rows[0]?.mark ?? '0'
}

/** 逾期: not received, or received and not answered, when it should have been. */
export function isLate(
  item: Pick<ItemRecord, 'receiveDueAt' | 'answerDueAt' | 'receivedAt' | 'answeredAt' | 'endedAt'>,
  at: Temporal.Instant,
): boolean {
  if (item.endedAt !== null || item.answeredAt !== null) return false
  const due = item.receivedAt === null ? item.receiveDueAt : item.answerDueAt
  return due !== null && Temporal.Instant.compare(Temporal.Instant.from(due), at) < 0
}
