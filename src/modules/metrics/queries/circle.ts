import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { CircleView } from '../contract/circle.ts'
import type { Candidate, PointSet } from '../rules/siting.ts'

const metresOf = (points: PointSet) => (points === 'working' ? sql`s.working_metres` : sql`s.nearest_metres`)

interface Asked {
  readonly points: PointSet
  readonly within: number
  readonly town?: string | undefined
}

interface TownLine {
  readonly town: string | null
  readonly shops: number
  readonly within: number
  readonly medianMetres: number | null
}

const mostGaps = 2_000

/** 覆盖率: by town and whole, with the shops outside. */
export async function readCircle(
  tx: Tx,
  { points, within, town }: Asked,
): Promise<Pick<CircleView, 'shops' | 'within' | 'medianMetres' | 'towns' | 'gaps'>> {
  const metres = metresOf(points)
  const source = sql`metrics.shop_reach s where s.live ${town ? sql`and left(s.area_code, 9) = ${town}` : sql``}`
  const { rows } = await sql<TownLine>`
    select left(s.area_code, 9) as town, count(*)::int as shops, count(*) filter (where ${metres} <= ${within})::int as within,
      percentile_cont(0.5) within group (order by ${metres}) as median_metres
    from ${source} group by grouping sets ((), (left(s.area_code, 9)))`.execute(tx)
  const towns = await sql<{ code: string; name: string }>`
    select code, name from registry.published_area where kind = 'town' order by code`.execute(tx)
  const gaps = await sql<CircleView['gaps'][number]>`
    select s.licence_no, s.shop_name as name, coalesce(${metres}, 99999) as metres, s.lng, s.lat from ${source}
    and (${metres} > ${within} or ${metres} is null) order by 3 desc limit ${mostGaps}`.execute(tx)
  const whole = rows.find(row => row.town === null)
  return {
    ...{ shops: whole?.shops ?? 0, within: whole?.within ?? 0, medianMetres: whole?.medianMetres ?? null },
    towns: towns.rows.flatMap(({ code, name }) => {
      const row = rows.find(one => one.town === code)
      return row ? [{ code, name, shops: row.shops, within: row.within, medianMetres: row.medianMetres }] : []
    }),
    gaps: gaps.rows,
  }
}

/** Shops with a place whose licence lives. */
export async function countShops(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from metrics.shop_reach s where s.live`.execute(tx)
  return rows[0]?.n ?? 0
}

export interface ShopOutside extends Position {
  readonly metres: number
}

/** Shops outside reach, with how far they have it now. */
export async function listOutside(tx: Tx, { points, within }: Asked): Promise<readonly ShopOutside[]> {
  const metres = metresOf(points)
  const { rows } = await sql<ShopOutside>`
    select s.lng, s.lat, coalesce(${metres}, 99999) as metres
    from metrics.shop_reach s where s.live and (${metres} > ${within} or ${metres} is null) order by s.licence_no`.execute(
    tx,
  )
  return rows
}

/**
 * Where a terminal could stand: points of the register that do not work yet, villages with a place, and where shops outside stand close
 * together (cells of about 500 metres, at the middle of their shops).
 */
export async function listCandidates(tx: Tx, { points, within }: Asked): Promise<readonly Candidate[]> {
  const metres = metresOf(points)
  const { rows } = await sql<Candidate>`
    select p.name, 'point' as kind, p.area_code, p.lng, p.lat from registry.published_service_point p
      left join access.published_terminal t on t.code = p.code
      where ${points} = 'working' and p.kind = 'kiosk' and t.state is distinct from 'active'
    union all
    select a.name, 'village', a.code, a.lng, a.lat from registry.published_area a where a.kind = 'village' and a.lng is not null
    union all
    select min(s.shop_name) || '一带', 'shops', min(s.area_code), avg(s.lng), avg(s.lat)
      from metrics.shop_reach s where s.live and (${metres} > ${within} or ${metres} is null)
      group by round(s.lng * 200), round(s.lat * 200)`.execute(tx)
  return rows
}
