import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Field, ItemKind } from '../rules/agencies.ts'
import { inForce } from '../rules/agreement.ts'
import type { OpenToAgency } from '../rules/meeting/shown.ts'
import { agreementOf, listAgreements } from './agreements.ts'

interface Released {
  readonly no: string
  readonly kind: ItemKind
  readonly aboutNo: string | null
  readonly agreementNo: string
  readonly fields: readonly Field[]
}

/** What of ours an agency may name now. Asked anew at each look, as every look of a partner is: an agreement that ended closes its lines too. */
export async function findOpenToAgency(tx: Tx, agencyId: string, now: Temporal.Instant): Promise<OpenToAgency> {
  const { rows: tasks } = await sql<{ id: string }>`
    select id from partners.task where agency_id = ${agencyId}::uuid and state <> 'withdrawn'`.execute(tx)
  const { rows: released } = await sql<Released>`
    select no, kind, about_no, agreement_no, fields from partners.item
    where agency_id = ${agencyId}::uuid and given_at is not null and state <> 'withdrawn' order by given_at desc, no desc`.execute(
    tx,
  )
  const agreements = new Map((await listAgreements(tx)).map(row => [row.no, row]))
  const items = released.flatMap(({ no, kind, aboutNo, agreementNo, fields }) => {
    const held = inForce(agreementOf(agreements.get(agreementNo)), now)
    if (!held.ok || held.value.agencyId !== agencyId || !held.value.items.includes(kind)) return []
    return [{ no, aboutNo, numberOpen: fields.includes('number') && held.value.fields.includes('number') }]
  })
  return { tasks: new Set(tasks.map(({ id }) => id)), items }
}
