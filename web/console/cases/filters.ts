import { caseStates } from '#contract/cases'

/** What the page shows lives in the address: a link shows a colleague the same rows. */
export interface CaseFilters {
  readonly state?: string
  readonly late?: 'yes'
  readonly archived?: 'yes'
}

export function readCaseFilters(search: Readonly<Record<string, unknown>>): CaseFilters {
  const state = caseStates.find(one => one === search['state'])
  return {
    ...(state === undefined ? {} : { state }),
    ...(search['late'] === 'yes' ? { late: 'yes' } : {}),
    ...(search['archived'] === 'yes' ? { archived: 'yes' } : {}),
  }
}
