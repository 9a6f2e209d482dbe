import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '#platform/database'
import type { AlertView, routes } from './contract.ts'
import { indicators } from './rules/indicators/all.ts'

type Search = Static<typeof routes.listAlerts.query>
type Board = Static<typeof routes.listAlerts.reply>
const pageSize = 50

/** 预警清单: the strongest first, fifty a page, within the reader's areas. */
export async function listAlerts(tx: Tx, { state, reason, town, page }: Search): Promise<Board> {
  const parts = [sql`a.state = ${state}`]
  if (reason !== undefined) parts.push(sql`${reason} = any(a.reasons)`)
  if (town !== undefined) parts.push(sql`left(a.area_code, 9) = ${town}`)
  const where = sql.join(parts, sql` and `)
  const { rows } = await sql<AlertView>`
    select a.id, a.kind, a.subject_kind, a.subject, r.shop_name, a.area_code, t.name as town, a.score, a.reasons, a.evidence,
      a.state, a.raised_at, a.expires_at, a.verdict_reason
    from monitoring.alert a
    left join registry.published_retailer r on a.subject_kind = 'retailer' and r.licence_no = a.subject
    left join registry.published_area t on t.code = left(a.area_code, 9)
    where ${where} order by a.score desc, a.raised_at desc, a.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    tx,
  )
  const count = await sql<{ total: number }>`select count(*) as total from monitoring.alert a where ${where}`.execute(
    tx,
  )
  const alarms = await sql<{ code: string; judged: number; wrong: number }>`
    select code, count(*) as judged, count(*) filter (where state = 'false') as wrong
    from monitoring.alert, unnest(reasons) as code where state in ('true', 'false') group by code order by code`.execute(
    tx,
  )
  const watched = await sql<{ at: string }>`select at from monitoring.watched`.execute(tx)
  const words = indicators.map(({ code, zh, en, meaning, source }) => {
    const { judged = 0, wrong = 0 } = alarms.rows.find(row => row.code === code) ?? {}
    return { code, zh, en, meaning, source, judged, wrong }
  })
  const [{ total } = { total: 0 }] = count.rows
  return { items: rows, total, indicators: words, watchedAt: watched.rows[0]?.at ?? null }
}

/** Differs after every change that this reader may see. */
export async function boardMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*) filter (where state = 'open'), ' ', max(greatest(renewed_at, triaged_at))) as mark
    from monitoring.alert`.execute(tx)
  return rows[0]?.mark ?? ''
}

export interface WatchedShop {
  readonly no: string
  readonly area: string
  readonly status: string
}

/** The shops as the indicators need them. A licence whose renewal is being decided can still be traded under. */
export async function listShops(tx: Tx): Promise<WatchedShop[]> {
  const { rows } = await sql<WatchedShop>`
    select licence_no as "no", area_code as area, case licence_state when 'expiredPending' then 'valid' else licence_state end as status,
      lng, lat, business_format as format, nullif(market_type, 'unknown') as market, grade, licensed_on as since,
      case licence_state when 'expiredPending' then null else valid_to end as until
    from registry.published_retailer`.execute(tx)
  return rows
}
