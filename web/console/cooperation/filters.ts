export const states = ['open', 'overdue', 'received', 'answered', 'finished', 'onTime'] as const

/** What the list of tasks is narrowed to; it stands in the address, so that every figure opens to its rows. */
export interface TaskFilters {
  /** Ids of agencies, by commas; `bureau` is our own. */
  readonly agency?: string
  readonly town?: string
  readonly state?: (typeof states)[number]
  readonly since?: string
  /** One task, from a figure that opens to its rows. */
  readonly id?: string
}

/** Takes from an address what it knows and drops the rest. */
export function readTaskFilters(search: Readonly<Record<string, unknown>>): TaskFilters {
  const text = (name: string, shape: RegExp): string | undefined => {
    const value = search[name] === undefined ? '' : String(search[name])
    return shape.test(value) ? value : undefined
  }
  const agency = text('agency', /^[\w,-]{1,400}$/)
  const town = text('town', /^\d{9}$/)
  const since = text('since', /^\d{4}-\d{2}-\d{2}$/)
  const id = text('id', /^[A-Z]{2}-\d{4}-\d{4,6}$/)
  const state = states.find(known => known === search['state'])
  return {
    ...(agency === undefined ? {} : { agency }),
    ...(town === undefined ? {} : { town }),
    ...(since === undefined ? {} : { since }),
    ...(state === undefined ? {} : { state }),
    ...(id === undefined ? {} : { id }),
  }
}

/** A figure of 六位一体 opens to the meetings and actions it counts. */
export function readListFilters(search: Readonly<Record<string, unknown>>): Pick<TaskFilters, 'agency' | 'since'> {
  const { agency, since } = readTaskFilters(search)
  return { ...(agency === undefined ? {} : { agency }), ...(since === undefined ? {} : { since }) }
}
