import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Agreement } from '../rules/agreement.ts'

export interface NewAgreement extends Omit<Agreement, 'id' | 'agencyKind' | 'contact' | 'withdrawnAt'> {
  readonly no: string
  readonly contactId: string
  readonly by: string
  readonly at: string
}

export async function insertAgreement(tx: Tx, a: NewAgreement): Promise<void> {
  await sql`insert into partners.agreement (no, agency_id, contact_id, purpose, items, fields, monthly_quota, daily_reads, second_hand,
      starts_at, ends_at, proposed_by, proposed_at)
    values (${a.no}, ${a.agencyId}, ${a.contactId}, ${a.purpose}, ${[...a.items]}, ${[...a.fields]}, ${a.monthlyQuota}, ${a.dailyReads},
      ${a.secondHand}, ${a.from}, ${a.until}, ${a.by}, ${a.at})`.execute(tx)
}

interface Word {
  readonly by: string
  readonly at: string
}

/** False: it was decided already. */
export async function decideAgreement(
  tx: Tx,
  no: string,
  word: Word & { readonly state: 'agreed' | 'rejected' },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partners.agreement set state = ${word.state}, decided_by = ${word.by}, decided_at = ${word.at}
    where no = ${no} and state = 'proposed'`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** False: there is nothing to end. */
export async function withdrawAgreement(tx: Tx, no: string, word: Word & { readonly why: string }): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partners.agreement set withdrawn_by = ${word.by}, withdrawn_at = ${word.at},
    withdrawn_why = ${word.why} where no = ${no} and state = 'agreed' and withdrawn_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export async function closeContact(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partners.contact set state = 'closed' where id = ${id} and state = 'active'`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}
