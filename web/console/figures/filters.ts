const channels = ['terminal', 'online', 'window', 'helper'] as const
const day = /^\d{4}-\d{2}-\d{2}$/

/** The filters of the figures (指标) live in the address: a link shows the same figures to a colleague. */
export interface FigureFilters {
  readonly group?: string
  readonly from?: string
  readonly to?: string
  readonly town?: string
  readonly service?: string
  readonly channel?: (typeof channels)[number]
  readonly page?: number
}

export type FigureChannel = (typeof channels)[number]

/** Reads the address; what is unknown there is left out. */
export function readFigureFilters(search: Readonly<Record<string, unknown>>): FigureFilters {
  const text = (key: string, pattern: RegExp) => {
    const value = search[key]
    const given = typeof value === 'number' ? String(value) : value
    return typeof given === 'string' && pattern.test(given) ? given : undefined
  }
  const page = Number(search['page'])
  const read = {
    group: text('group', /^[a-zA-Z]{2,30}$/),
    from: text('from', day),
    to: text('to', day),
    town: text('town', /^\d{9}$/),
    service: text('service', /^[a-z]{1,20}$/),
    channel: channels.find(channel => channel === search['channel']),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Twelve months up to today, where the address names no period; the days are China's. */
export function periodOf(filters: FigureFilters, now: Date): { readonly from: string; readonly to: string } {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const to = filters.to ?? today
  return { from: filters.from ?? yearBefore(to), to }
}

function yearBefore(to: string): string {
  const at = new Date(`${to}T00:00:00Z`)
  return new Date(Date.UTC(at.getUTCFullYear() - 1, at.getUTCMonth(), at.getUTCDate() + 1)).toISOString().slice(0, 10)
}
