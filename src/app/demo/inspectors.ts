import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** 执法证 of the demo's inspectors (模拟): one of the four has none yet, and is therefore never sent to inspect. */
export async function seedCertificates(tx: Tx): Promise<void> {
  await sql`update access.staff set certificate_no = '19440785' || lpad(n::text, 3, '0'), certificate_from = '2024-01-01',
      certificate_to = '2027-12-31'
    from (select id as officer, row_number() over (order by account) as n from access.staff
      where demo and 'inspector' = any(roles) and certificate_no is null) numbered
    where id = officer and n <= 3`.execute(tx)
}
