import { createHash } from 'node:crypto'
import type { Engine } from '../lake/engine.ts'
import type { InspectedShopDay, ShopDay } from '../model/county.ts'
import { addShares, type Shares } from '../model/drift.ts'
import type { ModelPolicy } from '../model/policy.ts'
import type { MonitoringPolicy } from '../rules/policy.ts'
import { aboutMarket } from './facts.ts'
import { lookAt } from './judge.ts'

export interface CountyLessons {
  readonly visits: readonly InspectedShopDay[]
  /** How strong each indicator was over all shops on the days looked at: what later days are compared with. */
  readonly shares: Shares
  readonly days: readonly string[]
  /** The same lessons have the same digest. */
  readonly hash: string
}

export interface LessonAsk {
  readonly engine: Engine
  readonly asOf: Temporal.PlainDate
  readonly policy: MonitoringPolicy
  readonly model: ModelPolicy
}

/** Orders read in one run of lessons, about: the more lines a day's facts stand on, the fewer days are looked at. */
const mostLines = 150_000_000
const [fewestDays, mostDays] = [3, 60]
/** No lesson before so much history. */
const firstDays = 45

/**
 * The county's past asked as the watch asks today: on some past day, knowing only what lay before it, what did every
 * indicator say of each shop that was visited in the days after, and what did the visit find?
 */
export async function gatherLessons(ask: LessonAsk): Promise<CountyLessons> {
  const { engine, asOf, policy } = ask
  const step = await stepOf(ask)
  const visits: InspectedShopDay[] = []
  const days = await daysOf(ask, step)
  const marketViolations = String(policy.thresholds['marketViolations'])
  let shares: Shares = []
  for (const day of days) {
    await lookAt(engine, day, policy)
    const shops = await shopDaysOf(engine, day)
    shares = addShares(shares, shops)
    visits.push(
      ...(await visitsAfter(engine, { day, until: earlier(day.add({ days: step }), asOf), shops, marketViolations })),
    )
  }
  const text = JSON.stringify(visits.map(({ shop, day, indicators, outcome }) => [shop, day, indicators, outcome]))
  return {
    visits,
    shares,
    days: days.map(day => day.toString()),
    hash: createHash('sha256').update(text).digest('hex'),
  }
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)

async function stepOf({ engine, model }: LessonAsk): Promise<number> {
  const [count] = await engine.rows<{ n: string }>('select count(*) as n from order_lines')
  const affordable = Math.floor(mostLines / Math.max(1, Number(count?.n)))
  const most = Math.max(fewestDays, Math.min(mostDays, affordable))
  return Math.max(model.lessons.stepDays, Math.ceil(model.lessons.lessonDays / most))
}

async function daysOf({ engine, asOf, model }: LessonAsk, step: number): Promise<Temporal.PlainDate[]> {
  const [orders] = await engine.rows<{ day: string | null }>(
    `select strftime(min(ordered_at), '%Y-%m-%d') as day from order_lines`,
  )
  const [seen] = await engine.rows<{ day: string | null }>(
    `select strftime(min(inspected_at), '%Y-%m-%d') as day from inspections`,
  )
  const since = orders?.day ?? seen?.day
  if (since === undefined || since === null || seen?.day === null) return []
  const history = Temporal.PlainDate.from(since).add({ days: firstDays })
  const reach = asOf.subtract({ days: model.lessons.lessonDays })
  const first = Temporal.PlainDate.compare(history, reach) > 0 ? history : reach
  const days: Temporal.PlainDate[] = []
  for (
    let day = asOf.subtract({ days: step });
    Temporal.PlainDate.compare(day, first) >= 0;
    day = day.subtract({ days: step })
  )
    days.push(day)
  return days.reverse()
}

/** Every shop of the day with the strength of each indicator and the groups it must not be visited for. */
export async function shopDaysOf(engine: Engine, day: Temporal.PlainDate): Promise<ShopDay[]> {
  const shops = await engine.rows<{ shop: string; town: string; class: string }>(
    `select licence_no as shop, case when area_code is null then '不明' else left(area_code, 9) end as town, class
     from shop order by licence_no`,
  )
  const hits = await engine.rows<{ shop: string; code: string; strength: number }>(
    `select licence_no as shop, code, max(strength) as strength from hit group by all order by all`,
  )
  const byShop = Map.groupBy(hits, ({ shop }) => shop)
  return shops.map(({ shop, town, class: kind }) => {
    const [market = '', , size = ''] = kind.split('/')
    return {
      shop,
      day: day.toString(),
      indicators: Object.fromEntries((byShop.get(shop) ?? []).map(({ code, strength }) => [code, strength])),
      groups: { 镇街: town, 档位: sizeOf(Number(size)), 市场: marketTexts[market] ?? '不明' },
    }
  })
}

/** Visits of each shop in the year before a day, whoever asked for them and whatever they found. */
export async function visitsOfYear(engine: Engine, day: Temporal.PlainDate): Promise<ReadonlyMap<string, number>> {
  const end = (date: Temporal.PlainDate) => `timestamptz '${date} 00:00:00+08'`
  const rows = await engine.rows<{ shop: string; visits: number }>(
    `select licence_no as shop, count(*)::int as visits from inspections
     where inspected_at >= ${end(day.subtract({ years: 1 }))} and inspected_at < ${end(day)} group by all`,
  )
  return new Map(rows.map(({ shop, visits }) => [shop, visits]))
}

const marketTexts: Readonly<Record<string, string>> = { urban: '城镇', rural: '乡村' }
const sizeOf = (band: number): string => (band < 0 ? '不明' : `${band * 5 + 1}–${band * 5 + 5} 档`)

async function visitsAfter(
  engine: Engine,
  {
    day,
    until,
    shops,
    marketViolations,
  }: {
    readonly day: Temporal.PlainDate
    readonly until: Temporal.PlainDate
    readonly shops: readonly ShopDay[]
    readonly marketViolations: string
  },
): Promise<InspectedShopDay[]> {
  const known = new Map(shops.map(shop => [shop.shop, shop]))
  const end = (date: Temporal.PlainDate) => `timestamptz '${date.add({ days: 1 })} 00:00:00+08'`
  const rows = await engine.rows<{ shop: string; on: string; found: boolean; kind: string }>(
    `select licence_no as shop, strftime(inspected_at, '%Y-%m-%d') as "on", kind, result <> 'clean' and ${aboutMarket} as found from inspections
     where inspected_at >= ${end(day)} and inspected_at < ${end(until)} and result in ('clean', 'rectify', 'filed')
     order by inspected_at, inspection_id`,
    { marketViolations },
  )
  return rows.flatMap(({ shop, on, found, kind }): InspectedShopDay[] => {
    const then = known.get(shop)
    if (then === undefined) return []
    return [{ ...then, day: on, outcome: found ? 1 : 0, random: kind === 'random' }]
  })
}
