import { headlines } from './headlines.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
export const spans = ['month', 'days30', 'days90', 'year'] as const
type Span = (typeof spans)[number]

/** What the board (大屏) shows stands in the address: the same link shows the same on the wall and on a telephone. */
export interface BoardFilters {
  readonly span?: Span
  /** The last day; today if nothing is said. */
  readonly to?: string
  readonly town?: string
  /** The figure that trend, towns and map tell. */
  readonly figure?: string
  readonly theme?: 'light'
}

/** Reads the address; what is unknown there is left out. */
export function readBoardFilters(search: Readonly<Record<string, unknown>>): BoardFilters {
  const text = (key: string) => {
    const value = search[key]
    return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  }
  const read = {
    span: spans.find(span => span === text('span')),
    to: day.test(text('to')) ? text('to') : undefined,
    town: /^\d{9}$/.test(text('town')) ? text('town') : undefined,
    figure: headlines.find(({ code }) => code === text('figure'))?.code,
    theme: text('theme') === 'light' ? ('light' as const) : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

interface Period {
  readonly from: string
  readonly to: string
}

const CHINA = 8 * 3_600_000
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10)
const back = (to: string, days: number): string => iso(Date.parse(`${to}T00:00:00Z`) - days * 86_400_000)

/** The days of a span, the last one included; 30 days unless the address says otherwise. */
export function boardPeriod({ span = 'days30', to }: BoardFilters, now: Date): Period {
  const last = to ?? iso(now.getTime() + CHINA)
  if (span === 'month') return { from: `${last.slice(0, 7)}-01`, to: last }
  return { from: back(last, span === 'days30' ? 29 : span === 'days90' ? 89 : 364), to: last }
}

/** Thirteen months: the current one and the same a year ago. */
export function trendPeriod({ to }: Period): Period {
  const [year = 0, month = 0] = to.split('-').map(Number)
  return { from: iso(Date.UTC(year - 1, month - 1, 1)), to }
}
