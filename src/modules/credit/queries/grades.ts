import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { GradeList, PublicModels, ShopCredit } from '../contract.ts'
import type { CountedRecord, Grade, GradeLine } from '../rules/grade.ts'
import type { CreditPolicy } from '../rules/policy.ts'
import { recordKinds } from '../rules/records.ts'

const pageSize = 50

/** 等级分布: how many in each grade, each number with its rows. */
export async function listGrades(
  tx: Tx,
  { grade, page }: { readonly grade?: Grade; readonly page: number },
): Promise<GradeList> {
  const counted = await sql<{ grade: Grade; n: number }>`
    select grade, count(*)::int as n from credit.grade where last group by grade`.execute(tx)
  const counts = { A: 0, B: 0, C: 0, D: 0, ...Object.fromEntries(counted.rows.map(row => [row.grade, row.n])) }
  const ungraded = await sql<{ n: number }>`
    select count(*)::int as n from registry.published_retailer r
    where r.licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending')
      and not exists (select from credit.grade g where g.licence_no = r.licence_no)`.execute(tx)
  const { rows } = await sql<GradeList['items'][number]>`
    select g.licence_no, coalesce(r.shop_name, '') as shop_name, coalesce(a.name, '') as town, g.grade, g.points, g.graded_on
    from credit.grade g
    left join registry.published_retailer r on r.licence_no = g.licence_no
    left join registry.published_area a on a.code = left(g.area_code, 9)
    where g.last and (${grade ?? null}::text is null or g.grade = ${grade ?? null})
    order by g.points, g.licence_no limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  const total = grade === undefined ? counts.A + counts.B + counts.C + counts.D : counts[grade]
  return { counts, ungraded: ungraded.rows[0]?.n ?? 0, items: rows, total }
}

interface Graded {
  readonly at: string
  readonly grade: Grade
  readonly points: number
  readonly gradedOn: string
  readonly policyVersion: string
  readonly nextChange: string | null
  readonly lines: readonly GradeLine[]
  readonly records: readonly CountedRecord[]
}

/** 一户的信用: the grade that stands, its reasons in words, and every change before. */
export async function readShopCredit(
  tx: Tx,
  shop: { readonly licenceNo: string; readonly shopName: string },
  policy: CreditPolicy,
): Promise<ShopCredit> {
  const { rows } = await sql<Graded>`
    select at, grade, points, graded_on, policy_version, next_change, lines, records from credit.grade
    where licence_no = ${shop.licenceNo} order by id desc limit 50`.execute(tx)
  const [last] = rows
  const { licenceNo, shopName } = shop
  return {
    licenceNo,
    shopName,
    grade: last?.grade ?? null,
    points: last?.points ?? policy.basePoints,
    gradedOn: last?.gradedOn ?? null,
    nextChange: last?.nextChange ?? null,
    lines: (last?.lines ?? []).map(({ id, what, points, until, halved }) => ({
      ...{ id, points, until, halved, zh: recordKinds[what].zh, en: recordKinds[what].en },
      happenedOn: last?.records.find(record => record.id === id)?.happenedOn ?? until,
    })),
    history: rows.map(({ at, grade, points, gradedOn, policyVersion }) => ({
      at,
      grade,
      points,
      gradedOn,
      policyVersion,
    })),
  }
}

/** 示范店名单 and what is in public notice: name and town, as on the licence that hangs in the shop. */
export async function listPublicModels(tx: Tx): Promise<PublicModels> {
  const { rows } = await sql<PublicModels['items'][number]>`
    select coalesce(r.shop_name, '') as shop_name, coalesce(a.name, '') as town, f.state,
      case f.state when 'public' then f.due_on else (f.data ->> 'namedOn')::date end as "on"
    from credit.file f
    left join registry.published_retailer r on r.licence_no = f.licence_no
    left join registry.published_area a on a.code = left(f.area_code, 9)
    where f.kind = 'model' and f.state in ('public', 'named') order by f.state desc, town, shop_name limit 500`.execute(
    tx,
  )
  return { items: rows }
}
