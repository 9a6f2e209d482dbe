import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '#platform/database'
import type { ShopAlert, shopRoutes } from '../contract.ts'
import { type Listed, listedColumns, reasonWords, withFacts } from './alerts.ts'

type Reply = Static<typeof shopRoutes.alertsOfShop.reply>

/** The newest; a shop with more of them has a page of its own on the board. */
const most = 50

/** 一户的预警, the newest first, within the reader's areas: what speaks of the shop itself, and what names it beside others. */
export async function listAlertsOfShop(tx: Tx, licenceNo: string): Promise<Reply> {
  const { rows } = await sql<Listed & Pick<ShopAlert, 'judgedBy' | 'judgedAt'>>`
    select ${listedColumns}, s.name as judged_by, a.triaged_at as judged_at
    from monitoring.alert a
    left join registry.published_retailer r on a.subject_kind = 'retailer' and r.licence_no = a.subject
    left join registry.published_area t on t.code = left(a.area_code, 9)
    left join access.published_staff s on 'staff:' || s.id::text = a.triaged_by
    where (a.subject_kind = 'retailer' and a.subject = ${licenceNo})
      or (a.subject_kind in ('device', 'deliveryPoint', 'account')
        and jsonb_path_exists(a.evidence, '$[*].shops[*] ? (@ == $no)', jsonb_build_object('no', ${licenceNo}::text)))
    order by a.raised_at desc, a.id limit ${most}`.execute(tx)
  const score = await findScore(tx, licenceNo)
  const named = new Set([...rows.flatMap(row => row.reasons), ...(score?.reasons ?? [])])
  return {
    items: rows.map(row => ({ ...row, evidence: row.evidence.map(withFacts) })),
    reasons: reasonWords.flatMap(({ code, zh, en }) => (named.has(code) ? [{ code, zh, en }] : [])),
    score,
  }
}

async function findScore(tx: Tx, licenceNo: string): Promise<Reply['score']> {
  const { rows } = await sql<NonNullable<Reply['score']>>`
    select day::text as day, score, rank, (select max(rank) from monitoring.shop_score) as "of", reasons, version
    from monitoring.shop_score where licence_no = ${licenceNo}`.execute(tx)
  return rows[0] ?? null
}
