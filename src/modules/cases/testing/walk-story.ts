import { momentOf } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { CaseFile, Input } from '../rules/procedure/case-file.ts'
import { startClock } from '../rules/procedure/clocks.ts'
import { takeStep } from '../rules/procedure/take-step.ts'
import { calm, freshCase } from './sample-case.ts'

interface Story {
  readonly since: number
  readonly opened: { readonly path: 'ordinary' | 'simple'; readonly violation?: string }
  readonly steps: readonly (readonly [number, 'first' | 'second' | 'head' | 'legal', string, Input?])[]
}
const ids = { first: 'o1', second: 'o2', head: 'o3', legal: 'o4' }
const roles = { first: ['inspector'], second: ['inspector'], head: ['head'], legal: ['legal'] } as const

/** A story of the demonstration without a house: throws where a step is not possible on its day. */
export function openCaseWalk({ since, opened, steps }: Story, now: ReturnType<typeof momentOf>): CaseFile {
  const at = (days: number) => momentOf(now.instant.subtract({ hours: 24 * days }))
  const simple = opened.path === 'simple'
  let file = freshCase({
    ...{ path: opened.path, violation: opened.violation ?? null, state: simple ? 'simpleOpen' : 'checking' },
    clocks: simple ? [] : [startClock('check', at(since), chinaCalendar)],
  })
  for (const [days, who, event, given = {}] of steps) {
    // Evidence and sums lie beside the file; the walk is calm about both.
    if (event === 'papers' || event === 'amounts') continue
    const input = Object.fromEntries(
      Object.entries(given).map(([key, value]) => {
        const [, sign, count] = /^([+-])(\d+)d$/.exec(String(value)) ?? []
        if (count !== undefined) return [key, at(sign === '-' ? Number(count) : -Number(count)).today.toString()]
        return [key, value === 'both' ? ['o1', 'o2'] : key === 'chair' ? 'o4' : value]
      }),
    )
    const taken = takeStep(file, { event, input, by: `staff:${ids[who]}`, roles: roles[who], at: at(days) }, calm)
    if (!taken.ok) throw new Error(`${event}: ${JSON.stringify(taken)}`)
    file = taken.value
  }
  return file
}
