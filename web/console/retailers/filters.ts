import { businessFormats, licenceStates } from '#contract/registry'

/** The filters of the retailer list (零售户) in the address. */
export interface RetailerFilters {
  readonly page?: number
  readonly search?: string
  readonly town?: string
  readonly state?: (typeof licenceStates)[number]
  readonly format?: (typeof businessFormats)[number]
  readonly expiresBefore?: string
}

/** Reads the address; what is unknown there is left out. */
export function readRetailerFilters(search: Readonly<Record<string, unknown>>): RetailerFilters {
  const page = Number(search['page'])
  return filled({
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
    search: text(search['search'], 60),
    town: text(search['town'], 12),
    state: licenceStates.find(state => state === search['state']),
    format: businessFormats.find(format => format === search['format']),
    expiresBefore: day(search['expiresBefore']),
  })
}

/** Any change of a filter leads back to the first page. */
export function changeRetailerFilter<K extends keyof RetailerFilters>(
  filters: RetailerFilters,
  key: K,
  value: RetailerFilters[K] | undefined,
): RetailerFilters {
  const next = { ...filters, [key]: value === '' ? undefined : value }
  return filled(key === 'page' ? next : { ...next, page: undefined })
}

function text(value: unknown, max: number): string | undefined {
  const given = typeof value === 'number' ? String(value) : value
  return typeof given === 'string' && given.trim() !== '' ? given.trim().slice(0, max) : undefined
}

function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined
}

type Loose = { [K in keyof RetailerFilters]: RetailerFilters[K] | undefined }

const filled = (filters: Loose): RetailerFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
