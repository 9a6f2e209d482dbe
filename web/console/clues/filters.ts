import { type ClueSource, type ClueState, sources, stateWords } from '#contract/intelligence'

export type ClueView = 'list' | 'desk' | 'figures'

/** What the page shows lives in the address: a link shows a colleague the same rows. */
export interface ClueFilters {
  readonly view?: ClueView
  readonly state?: ClueState
  readonly source?: ClueSource
  readonly mine?: true
  readonly figure?: 'received' | 'closed' | 'converted'
  readonly from?: string
  readonly to?: string
  readonly page?: number
}

const oneOf = <K extends string>(known: readonly K[], value: unknown): K | undefined => known.find(one => one === value)
const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined

/** Reads the address; what is unknown there is left out. */
export function readClueFilters(search: Readonly<Record<string, unknown>>): ClueFilters {
  const page = Number(search['page'])
  const known = {
    view: oneOf(['list', 'desk', 'figures'] as const, search['view']),
    state: oneOf(Object.keys(stateWords) as ClueState[], search['state']),
    source: oneOf(Object.keys(sources) as ClueSource[], search['source']),
    mine: search['mine'] === true || search['mine'] === 'true' ? (true as const) : undefined,
    figure: oneOf(['received', 'closed', 'converted'] as const, search['figure']),
    from: day(search['from']),
    to: day(search['to']),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as ClueFilters
}
