import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '#platform/database'
import type { AlertView, IndicatorView, routes } from '../contract.ts'
import { hotspotReasons } from '../hotspots/index.ts'
import { indicators } from '../rules/indicators/all.ts'
import { transportReasons } from '../transport/index.ts'

type Search = Static<typeof routes.listAlerts.query>
type Board = Static<typeof routes.listAlerts.reply>
const pageSize = 50

/** 预警清单: the strongest first, fifty a page, within the reader's areas. */
export async function listAlerts(tx: Tx, { page, ...filters }: Search): Promise<Board> {
  const where = whereOf(filters)
  const { rows } = await sql<Listed>`
    select ${listedColumns}
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
  const words = reasonWords.map(one => {
    const { judged = 0, wrong = 0 } = alarms.rows.find(row => row.code === one.code) ?? {}
    return { ...one, judged, wrong }
  })
  const [{ total } = { total: 0 }] = count.rows
  const items = rows.map(row => ({ ...row, evidence: row.evidence.map(withFacts) }))
  return { items, total, indicators: words, watchedAt: watched.rows[0]?.at ?? null }
}

/** The condition that list and map share. */
export function whereOf({ state, kind, reason, town }: Omit<Search, 'page'>): RawBuilder<unknown> {
  const parts = [sql`a.state = ${state}`]
  if (kind !== undefined) parts.push(sql`a.subject_kind = ${kind}`)
  if (reason !== undefined) parts.push(sql`${reason} = any(a.reasons)`)
  if (town !== undefined) parts.push(sql`left(a.area_code, 9) = ${town}`)
  return sql.join(parts, sql` and `)
}

/** Of `a` the alert, `r` its shop, `t` its town. */
export const listedColumns = sql`a.id, a.kind, a.subject_kind, a.subject, r.shop_name, a.area_code, t.name as town, a.score, a.reasons,
  a.evidence, a.state, a.raised_at, a.expires_at, a.verdict_reason`

export type Listed = Omit<AlertView, 'evidence'> & { readonly evidence: readonly Kept[] }
type Kept = Readonly<Record<string, unknown>> & { readonly code: string; readonly say: string }

/** Facts with Chinese names are for people; the others stand in the sentence already. */
export const withFacts = ({ code, say, ...facts }: Kept): AlertView['evidence'][number] => ({
  code,
  say,
  facts: Object.entries(facts).flatMap(([name, value]) =>
    /\p{Script=Han}/u.test(name) && value !== null
      ? [{ name, value: Array.isArray(value) ? value.join('；') : String(value) }]
      : [],
  ),
})

const transportSource = '领域参考 8.8（设计）；做法见决定 0018'
const hotspotSource = '领域参考 6.3（设计）；做法见决定 0018'

/** Every reason that an alert may name, in words. */
export const reasonWords: readonly Omit<IndicatorView, 'judged' | 'wrong'>[] = [
  ...indicators.map(({ code, zh, en, meaning, source }) => ({ code, zh, en, meaning, source })),
  ...transportReasons.map(({ code, zh, en }) => ({ code, zh, en, meaning: `${zh}。`, source: transportSource })),
  ...Object.values(hotspotReasons).map(one => ({ ...one, meaning: `${one.zh}。`, source: hotspotSource })),
]

/** 理由 in words; a code that nobody knows any more stays as it is. */
export const sayReasons = (codes: readonly string[]): readonly string[] =>
  codes.map(code => reasonWords.find(one => one.code === code)?.zh ?? code)

/** Differs after every change that this reader may see. */
export async function boardMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*) filter (where state = 'open'), ' ', max(greatest(renewed_at, triaged_at))) as mark
    from monitoring.alert`.execute(tx)
  return rows[0]?.mark ?? ''
}

/** Alerts of shops, where they stand: they warm the hot spots a little. */
export async function listRaised(
  tx: Tx,
): Promise<{ readonly raised_at: string; readonly area_code: string; readonly licence_no: string }[]> {
  const { rows } = await sql<{ raisedAt: string; areaCode: string; subject: string }>`
    select raised_at, area_code, subject from monitoring.alert where subject_kind = 'retailer' and state <> 'false'
    order by raised_at desc limit 5000`.execute(tx)
  return rows.map(({ raisedAt, areaCode, subject }) => ({
    raised_at: raisedAt,
    area_code: areaCode,
    licence_no: subject,
  }))
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

/** 镇街 by their nine digits. */
export async function townNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from registry.published_area where length(code) = 9`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
