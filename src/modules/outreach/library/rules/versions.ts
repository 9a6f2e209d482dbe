interface Dated {
  readonly textOf: string
  readonly inForce: string | null
}
interface Placed extends Dated {
  readonly until: string | null
  readonly withdrawnOn: string | null
}

const since = ({ inForce, textOf }: Dated): string => inForce ?? textOf

/** Versions of one law from the oldest to the newest, each with the day on which the next takes over. */
export function periodsOf<R extends Dated>(rows: readonly R[]): { readonly row: R; readonly until: string | null }[] {
  const inOrder = rows.toSorted((a, b) => since(a).localeCompare(since(b)) || a.textOf.localeCompare(b.textOf))
  return inOrder.map((row, at) => {
    const next = inOrder[at + 1]
    return { row, until: next === undefined ? null : since(next) }
  })
}

/** 现行有效、尚未施行、已被修改、已经废止. */
export function stateOf(version: Placed, today: string): 'inForce' | 'coming' | 'past' | 'withdrawn' {
  if (version.withdrawnOn !== null && version.withdrawnOn <= today) return 'withdrawn'
  if (since(version) > today) return 'coming'
  return version.until !== null && version.until <= today ? 'past' : 'inForce'
}
