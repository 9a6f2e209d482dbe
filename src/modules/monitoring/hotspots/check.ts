import type { MarketEvent } from './event.ts'
import { forecast } from './forecast.ts'
import { blocksOf } from './hours.ts'
import type { HotspotPolicy } from './policy.ts'

/** 自查: how the forecasts of the days before today, each made only from what was known the evening before, did. */
export interface HotspotCheck {
  readonly days: number
  readonly events: number
  readonly hits: number
  /** Share of the cells and hours that was called hot. */
  readonly area: number
  /** Undefined while there was nothing to hit. */
  readonly hitRate: number | undefined
  /** 命中率 ÷ 面积占比: 1 = no better than chance. */
  readonly pai: number | undefined
  /** 95 % of the hit rate (Wilson). */
  readonly between: readonly [number, number] | undefined
  readonly say: string
}

/** Alerts are left out of what is to be hit: a model that confirms a model proves nothing. */
export function checkForecasts(
  events: readonly MarketEvent[],
  asked: {
    readonly asOf: Temporal.PlainDate
    readonly studyCells: number
    readonly shops?: ReadonlyMap<string, number>
    readonly policy: HotspotPolicy
  },
): HotspotCheck {
  const { asOf, policy } = asked
  const hot = Math.min(
    asked.studyCells,
    Math.max(1, Math.round(asked.studyCells * blocksOf(policy) * policy.checkShare)),
  )
  const area = asked.studyCells === 0 ? 0 : hot / (asked.studyCells * blocksOf(policy))
  let tried = 0
  let hits = 0
  for (let back = policy.checkDays - 1; back >= 0; back -= 1) {
    const day = asOf.subtract({ days: back })
    const happened = events.filter(
      e => e.kind !== 'alert' && e.cell !== undefined && e.hour !== undefined && e.day.equals(day),
    )
    if (happened.length === 0) continue
    const called = new Set(
      forecast(events, day, policy, asked.shops)
        .slice(0, hot)
        .map(({ cell, block }) => `${cell}${block}`),
    )
    tried += happened.length
    hits += happened.filter(e => called.has(`${e.cell}${Math.floor((e.hour ?? 0) / policy.blockHours)}`)).length
  }
  const hitRate = tried === 0 ? undefined : hits / tried
  const pai = hitRate === undefined || area === 0 ? undefined : hitRate / area
  const between = tried === 0 ? undefined : wilson(hits, tried)
  return {
    days: policy.checkDays,
    events: tried,
    hits,
    area,
    hitRate,
    pai,
    between,
    say: sayOf({ tried, hits, area, pai, between, days: policy.checkDays }),
  }
}

/** 95 % interval of a share, good for small numbers too. */
export function wilson(hits: number, tried: number): readonly [number, number] {
  const z = 1.96
  const p = hits / tried
  const middle = (p + (z * z) / (2 * tried)) / (1 + (z * z) / tried)
  const half = (z / (1 + (z * z) / tried)) * Math.sqrt((p * (1 - p)) / tried + (z * z) / (4 * tried * tried))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function sayOf(
  c: { tried: number; hits: number; area: number; days: number } & Pick<HotspotCheck, 'pai' | 'between'>,
): string {
  if (c.pai === undefined || c.between === undefined)
    return `过去 ${c.days} 天没有可供核对的案件、喷码或线索，热点预报没有自查过。`
  const verdict = c.between[0] > c.area ? '好于随机' : '尚看不出好于随机'
  return `过去 ${c.days} 天每天用前一天以前的数据预报：${percent(c.area)} 的格子时段里命中 ${c.hits}/${c.tried} 件（${percent(c.hits / c.tried)}，95% 区间 ${percent(c.between[0])}–${percent(c.between[1])}），PAI ${c.pai.toFixed(1)}，${verdict}。`
}
