import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Where helpers on duty can be reached, of those whose county or town the place is in. Needs a transaction of scope `all`. */
export async function listOnDuty(
  tx: Tx,
  areaCode: string,
): Promise<{ readonly staffId: string; readonly phoneSealed: string }[]> {
  const { rows } = await sql<{ staffId: string; phoneSealed: string }>`
    select s.id as staff_id, c.phone_sealed from access.staff s join access.staff_contact c on c.staff_id = s.id
    where s.state = 'active' and s.on_duty and 'helper' = any(s.roles)
      and (left(${areaCode}, 6) = any(s.areas) or left(${areaCode}, 9) = any(s.areas))
    order by s.account`.execute(tx)
  return rows
}

export async function savePhone(tx: Tx, staffId: string, phoneSealed: string): Promise<void> {
  await sql`insert into access.staff_contact (staff_id, phone_sealed) values (${staffId}, ${phoneSealed})
    on conflict (staff_id) do update set phone_sealed = excluded.phone_sealed`.execute(tx)
}

/** Everybody of these posts who can be reached by telephone, of those whose county or town the place is in. Needs a transaction of scope `all`. */
export async function listReachable(
  tx: Tx,
  areaCode: string,
  roles: readonly string[],
): Promise<{ readonly staffId: string; readonly phoneSealed: string; readonly onDuty: boolean }[]> {
  const { rows } = await sql<{ staffId: string; phoneSealed: string; onDuty: boolean }>`
    select s.id as staff_id, c.phone_sealed, s.on_duty from access.staff s join access.staff_contact c on c.staff_id = s.id
    where s.state = 'active' and s.roles && ${[...roles]}::text[]
      and (left(${areaCode}, 6) = any(s.areas) or left(${areaCode}, 9) = any(s.areas))
    order by s.account`.execute(tx)
  return rows
}
