import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PublicPenalty } from '../contract/penalties.ts'

interface Row {
  readonly number: string
  readonly bureau: string
  readonly party: string
  readonly about: string
  readonly norm: string
  readonly basis: string
  readonly content: string
  readonly fine: number
  readonly decidedOn: string
  readonly publishedOn: string
  readonly expiresOn: string
  readonly withdrawnOn: string | null
  readonly withdrawnWhy: string | null
}

export const pageSize = 20

/** 公示中的决定, the newest first. What is past its last day is not shown, whether or not the night's job has run. */
export async function listPenalties(
  tx: Tx,
  { find = '', page = 1 }: { readonly find?: string; readonly page?: number },
  today: string,
): Promise<{ items: PublicPenalty[]; total: number }> {
  // A withdrawn decision is found by its number only: its party is no longer named.
  const words = find.trim()
  const hit = sql`(${words} = '' or position(${words} in p.number) > 0
    or (p.withdrawn_on is null and (position(${words} in p.party) > 0 or position(${words} in p.about) > 0)))`
  const shown = sql`p.ended_on is null and p.expires_on >= ${today}::date and p.published_on <= ${today}::date`
  const { rows } =
    await sql<Row>`select p.number, p.bureau, p.party, p.about, p.norm, p.basis, p.content, p.fine::float8 as fine,
      p.decided_on::text as decided_on, p.published_on::text as published_on, p.expires_on::text as expires_on,
      p.withdrawn_on::text as withdrawn_on, p.withdrawn_why
    from cases.publication p where ${shown} and ${hit}
    order by p.published_on desc, p.number desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from cases.publication p where ${shown} and ${hit}`.execute(tx)
  return { items: rows.map(viewOf), total: counted.rows[0]?.total ?? 0 }
}

function viewOf(row: Row): PublicPenalty {
  const { number, bureau, publishedOn, expiresOn, withdrawnOn, withdrawnWhy, ...decision } = row
  const withdrawn = withdrawnOn === null ? null : { on: withdrawnOn, why: withdrawnWhy ?? '' }
  return { number, bureau, publishedOn, expiresOn, withdrawn, decision: withdrawn ? null : decision }
}
