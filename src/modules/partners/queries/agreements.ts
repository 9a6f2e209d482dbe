import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { AgencyKind, Field, ItemKind } from '../rules/agencies.ts'
import type { Agreement } from '../rules/agreement.ts'

export interface AgreementRow {
  readonly no: string
  readonly agencyId: string
  readonly agencyKind: AgencyKind
  readonly contactId: string
  readonly contact: string
  readonly purpose: string
  readonly items: ItemKind[]
  readonly fields: Field[]
  readonly monthlyQuota: number
  readonly dailyReads: number
  readonly secondHand: boolean
  readonly startsAt: string
  readonly endsAt: string
  readonly state: 'proposed' | 'agreed' | 'rejected'
  readonly proposedBy: string
  readonly decidedBy: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnWhy: string | null
}

const columns = sql`g.no, g.agency_id, a.kind as agency_kind, g.contact_id, c.name as contact, g.purpose, g.items, g.fields, g.monthly_quota,
  g.daily_reads, g.second_hand, g.starts_at, g.ends_at, g.state, g.proposed_by, g.decided_by, g.withdrawn_at, g.withdrawn_why`
const joined = sql`partners.agreement g join partners.agency a on a.id = g.agency_id join partners.contact c on c.id = g.contact_id`

export async function listAgreements(tx: Tx): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`select ${columns} from ${joined} order by g.ends_at desc, g.no`.execute(tx)
  return rows
}

export async function findAgreement(tx: Tx, no: string): Promise<AgreementRow | undefined> {
  const { rows } = await sql<AgreementRow>`select ${columns} from ${joined} where g.no = ${no}`.execute(tx)
  return rows[0]
}

/** As the rules see it; what two people have not agreed on is none. */
export const agreementOf = (row: AgreementRow | undefined): Agreement | undefined =>
  row?.state !== 'agreed'
    ? undefined
    : {
        ...{
          id: row.no,
          agencyId: row.agencyId,
          agencyKind: row.agencyKind,
          purpose: row.purpose,
          contact: row.contact,
        },
        ...{ items: row.items, fields: row.fields, monthlyQuota: row.monthlyQuota, dailyReads: row.dailyReads },
        ...{ secondHand: row.secondHand, from: row.startsAt, until: row.endsAt, withdrawnAt: row.withdrawnAt },
      }

/** How many items went out under it since the first of the month. */
export async function countMonth(tx: Tx, agreementNo: string, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from partners.item
    where agreement_no = ${agreementNo} and given_at >= ${since}`.execute(tx)
  return rows[0]?.n ?? 0
}
