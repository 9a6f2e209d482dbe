import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface CounterRow {
  readonly id: string
  readonly staffId: string
  readonly areaCode: string
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly cardRead: 'reader' | 'typed'
  readonly openedAt: string
  readonly endsAt: string
}

export async function insertCounterSession(tx: Tx, c: CounterRow): Promise<void> {
  await sql`insert into access.counter_session (id, staff_id, area_code, person_index, name_sealed, id_no_masked, card_read, opened_at, ends_at)
    values (${c.id}, ${c.staffId}, ${c.areaCode}, ${c.personIndex}, ${c.nameSealed}, ${c.idNoMasked}, ${c.cardRead},
      ${c.openedAt}, ${c.endsAt})`.execute(tx)
}

export async function findCounterRow(
  tx: Tx,
  id: string,
): Promise<(CounterRow & { readonly endedAt: string | null }) | undefined> {
  const { rows } = await sql<CounterRow & { readonly endedAt: string | null }>`
    select id, staff_id, area_code, person_index, name_sealed, id_no_masked, card_read, opened_at, ends_at, ended_at
    from access.counter_session where id = ${id}`.execute(tx)
  return rows[0]
}

/** One officer, one person: whoever stood there before is gone. */
export async function endCounterSessions(
  tx: Tx,
  of: { readonly staffId: string; readonly id?: string },
  at: string,
): Promise<void> {
  await sql`update access.counter_session set ended_at = ${at} where staff_id = ${of.staffId} and ended_at is null
    and (${of.id ?? null}::uuid is null or id = ${of.id ?? null}::uuid)`.execute(tx)
}
