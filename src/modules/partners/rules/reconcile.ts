/** One line of either log: this sending of this item, and what was in it. */
export interface LogLine {
  readonly id: string
  readonly itemNo: string
  readonly digest: string
}

interface Difference {
  readonly id: string
  readonly itemNo: string
  readonly what: 'onlyOurs' | 'onlyTheirs' | 'otherContent'
}

export interface Reconciled {
  readonly ours: number
  readonly theirs: number
  readonly differences: readonly Difference[]
}

/** 对账: what was given lies beside what was received; every line that is not in both, or is not the same, by name. */
export function reconcile(ours: readonly LogLine[], theirs: readonly LogLine[]): Reconciled {
  const known = new Map(ours.map(line => [line.id, line]))
  const told = new Map(theirs.map(line => [line.id, line]))
  const missing = ours.filter(({ id }) => !told.has(id)).map(line => difference(line, 'onlyOurs'))
  const foreign = [...told.values()].flatMap(line => {
    const own = known.get(line.id)
    if (own === undefined) return [difference(line, 'onlyTheirs')]
    return own.itemNo === line.itemNo && own.digest === line.digest ? [] : [difference(line, 'otherContent')]
  })
  return { ours: known.size, theirs: told.size, differences: [...missing, ...foreign] }
}

const difference = ({ id, itemNo }: LogLine, what: Difference['what']): Difference => ({ id, itemNo, what })

/** 日摘要的原文: the lines of one agency and day in one order, so that both sides reckon the same digest. */
export const dayText = (agencyId: string, day: string, lines: readonly LogLine[]): string =>
  [
    'yzt-partner-log/1',
    agencyId,
    day,
    ...lines.map(({ id, itemNo, digest }) => `${id} ${itemNo} ${digest}`).toSorted(),
  ].join('\n')

/** 一次读取的内容 as one text: fields in the order of their names, so that both sides reckon the same digest. */
export const contentText = (itemNo: string, values: Readonly<Record<string, string | undefined>>): string =>
  JSON.stringify([itemNo, ...Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))])
