import { type MarketEvent, townKindOf } from './event.ts'
import type { HotspotPolicy } from './policy.ts'

export interface DriftMonth {
  readonly month: string
  readonly urban: number
  readonly rural: number
}

/** 向农村转移: where the cases, finds and clues of each month lie, and whether their share in the 镇 rises. */
export interface Drift {
  readonly months: readonly DriftMonth[]
  readonly towns: readonly {
    readonly town: string
    readonly kind: 'urban' | 'rural'
    readonly before: number
    readonly lately: number
  }[]
  /** Cochran–Armitage; undefined with too little to test. */
  readonly z: number | undefined
  readonly p: number | undefined
  readonly say: string
}

/** Whole months only: half a month would look like a fall. */
export function driftOf(events: readonly MarketEvent[], asOf: Temporal.PlainDate, policy: HotspotPolicy): Drift {
  const whole =
    asOf.day === asOf.daysInMonth ? asOf.toPlainYearMonth() : asOf.toPlainYearMonth().subtract({ months: 1 })
  const names = Array.from({ length: policy.driftMonths }, (_, n) =>
    whole.subtract({ months: policy.driftMonths - 1 - n }).toString(),
  )
  const placed = events.flatMap(({ kind, town, day }) =>
    town === undefined || kind === 'alert' ? [] : [{ town, month: day.toPlainYearMonth().toString() }],
  )
  const months = names.map(month => {
    const here = placed.filter(e => e.month === month)
    const rural = here.filter(({ town }) => townKindOf(town) === 'rural').length
    return { month, rural, urban: here.length - rural }
  })
  const half = names.slice(0, Math.floor(names.length / 2))
  const towns = [...new Set(placed.filter(e => names.includes(e.month)).map(({ town }) => town))]
    .toSorted()
    .map(town => {
      const here = placed.filter(e => e.town === town && names.includes(e.month))
      const before = here.filter(e => half.includes(e.month)).length
      return { town, kind: townKindOf(town), before, lately: here.length - before }
    })
  const z = trendOf(months)
  const p = z === undefined ? undefined : twoSided(z)
  return { months, towns, z, p, say: sayOf(z, p, policy) }
}

/** Cochran–Armitage test for a trend of shares over months; positive = the rural share rises. */
export function trendOf(months: readonly DriftMonth[]): number | undefined {
  const all = months.reduce((sum, m) => sum + m.urban + m.rural, 0)
  const rural = months.reduce((sum, m) => sum + m.rural, 0)
  if (all < 20 || rural === 0 || rural === all) return undefined
  const share = rural / all
  const mean = months.reduce((sum, m, t) => sum + t * (m.urban + m.rural), 0) / all
  const top = months.reduce((sum, m, t) => sum + (t - mean) * (m.rural - (m.urban + m.rural) * share), 0)
  const spread = months.reduce((sum, m, t) => sum + (m.urban + m.rural) * (t - mean) ** 2, 0)
  return spread === 0 ? undefined : top / Math.sqrt(share * (1 - share) * spread)
}

/** Two-sided p of a normal z (Abramowitz–Stegun 26.2.17, error under 1e-7). */
export function twoSided(z: number): number {
  const x = Math.abs(z)
  const t = 1 / (1 + 0.2316419 * x)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 2 * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series
}

function sayOf(z: number | undefined, p: number | undefined, policy: HotspotPolicy): string {
  if (z === undefined || p === undefined) return `近 ${policy.driftMonths} 个月事件太少，看不出城乡之间的变化。`
  const sure = `（趋势检验 z = ${z.toFixed(2)}，p = ${p.toFixed(3)}）`
  if (p >= policy.driftSignificance) return `近 ${policy.driftMonths} 个月城乡占比没有明显变化${sure}。`
  return z > 0
    ? `近 ${policy.driftMonths} 个月事件向农村转移${sure}。`
    : `近 ${policy.driftMonths} 个月事件向城区集中${sure}。`
}
