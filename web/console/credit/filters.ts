import { type FileKind, isFileKind } from '#contract/credit'

export type CreditView = 'clocks' | 'grades' | FileKind

/** What the page shows lives in the address: a link shows a colleague the same rows. */
export interface CreditFilters {
  readonly view?: CreditView
  readonly state?: string
  readonly grade?: 'A' | 'B' | 'C' | 'D'
  /** A shop for which something is to be begun. */
  readonly shop?: string
  readonly page?: number
}

/** Reads the address; what is unknown there is left out. */
export function readCreditFilters(search: Readonly<Record<string, unknown>>): CreditFilters {
  const view = String(search['view'] ?? '')
  const state = String(search['state'] ?? '')
  const grade = (['A', 'B', 'C', 'D'] as const).find(one => one === search['grade'])
  const shop = String(search['shop'] ?? '')
  const page = Number(search['page'])
  return {
    ...(view === 'grades' || isFileKind(view) ? { view } : {}),
    ...(/^[a-zA-Z]{1,20}$/.test(state) ? { state } : {}),
    ...(grade === undefined ? {} : { grade }),
    ...(/^\d{12}$/.test(shop) ? { shop } : {}),
    ...(Number.isSafeInteger(page) && page > 1 ? { page } : {}),
  }
}
