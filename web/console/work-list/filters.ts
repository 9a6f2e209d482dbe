import type { ClockTone } from './clock-tone.ts'

/** The filters of the work list (待办) live in the address: a bookmark is a saved filter, and 返回 brings it back. */
export interface WorkFilters {
  readonly view: 'mine' | 'all' | 'done'
  readonly town?: string
  readonly state?: string
  readonly search?: string
  readonly tone?: ClockTone
}

const views = ['mine', 'all', 'done'] as const
const tones = ['calm', 'soon', 'overdue'] as const

/** Reads the address; whatever is unknown there is left out, never refused: old bookmarks must keep working. */
export function readWorkFilters(search: Readonly<Record<string, unknown>>): WorkFilters {
  return compact({
    view: views.find(view => view === search['view']) ?? 'mine',
    town: text(search['town'], 12),
    state: text(search['state'], 40),
    search: text(search['search'], 60),
    tone: tones.find(tone => tone === search['tone']),
  })
}

/** A click on a count sets that clock filter, a second click takes it away. */
export function toggleTone(filters: WorkFilters, tone: ClockTone): WorkFilters {
  return compact({ ...filters, tone: filters.tone === tone ? undefined : tone })
}

export function changeFilter<K extends keyof WorkFilters>(
  filters: WorkFilters,
  key: K,
  value: WorkFilters[K] | undefined,
): WorkFilters {
  return compact({ ...filters, [key]: value === '' ? undefined : value })
}

/** Numbers come from the address as numbers (a town code looks like one). */
function text(value: unknown, max: number): string | undefined {
  const given = typeof value === 'number' ? String(value) : value
  return typeof given === 'string' && given.trim() !== '' ? given.trim().slice(0, max) : undefined
}

type Loose = { view: WorkFilters['view'] } & { [K in Exclude<keyof WorkFilters, 'view'>]?: WorkFilters[K] | undefined }

const compact = (filters: Loose): WorkFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as unknown as WorkFilters
