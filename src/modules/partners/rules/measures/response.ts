import { median, p90 } from './quantile.ts'

/** One task with its instants: what the figures are computed from and open to. */
export interface Timed {
  readonly taskId: string
  readonly agencyId: string
  readonly townCode: string | null
  readonly givenAt: string
  readonly receivedAt: string | null
  readonly answeredAt: string | null
  readonly finishedAt: string | null
  readonly overdue: boolean
}

export interface Span {
  readonly n: number
  readonly medianMinutes: number | null
  readonly p90Minutes: number | null
}

export interface Response {
  readonly given: number
  readonly overdue: number
  readonly received: Span
  readonly answered: Span
  readonly finished: Span
}

/** 响应时效 of a set of tasks: from the giving to each first event. What has not happened yet is counted in `given` only. */
export const responseOf = (tasks: readonly Timed[]): Response => ({
  given: tasks.length,
  overdue: tasks.filter(({ overdue }) => overdue).length,
  received: spanOf(tasks, ({ receivedAt }) => receivedAt),
  answered: spanOf(tasks, ({ answeredAt }) => answeredAt),
  finished: spanOf(tasks, ({ finishedAt }) => finishedAt),
})

function spanOf(tasks: readonly Timed[], end: (task: Timed) => string | null): Span {
  const minutes = tasks.flatMap(task => {
    const at = end(task)
    return at === null ? [] : [(Date.parse(at) - Date.parse(task.givenAt)) / 60_000]
  })
  return { n: minutes.length, medianMinutes: rounded(median(minutes)), p90Minutes: rounded(p90(minutes)) }
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)

/** The tasks by some trait, each group with its response; groups in the order of their keys. */
export function responseBy(
  tasks: readonly Timed[],
  keyOf: (task: Timed) => string | null,
): readonly { readonly key: string; readonly response: Response }[] {
  const groups = new Map<string, Timed[]>()
  for (const task of tasks) {
    const key = keyOf(task)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), task])
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({ key, response: responseOf(group) }))
}
