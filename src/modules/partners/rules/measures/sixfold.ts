import type { SixfoldMember } from '../cooperation-policy.ts'
import { type Response, responseOf, type Timed } from './response.ts'

interface Agency {
  readonly id: string
  readonly name: string
  readonly kind: string
}

interface Took {
  readonly agencyId: string
  readonly meetings: number
  readonly actions: number
  readonly onTime: number
  readonly finished: number
}

export interface SixfoldFigures extends SixfoldMember {
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly meetings: number
  readonly actions: number
  readonly tasks: number
  readonly onTime: number
  readonly finished: number
  readonly overdue: number
  readonly response: Response
}

/** 六位一体的数字: of each member the agencies of its kinds, and what they were given and did; an agency counts in every member that names its kind. */
export function sixfoldOf(
  members: readonly SixfoldMember[],
  agencies: readonly Agency[],
  rows: { readonly timed: readonly Timed[]; readonly took: readonly Took[] },
): readonly SixfoldFigures[] {
  const all = [...agencies, { id: 'bureau', name: '烟草专卖局', kind: 'tobacco' }]
  return members.map(member => {
    const own = all.filter(({ kind }) => member.kinds.some(named => named === kind))
    const ids = new Set(own.map(({ id }) => id))
    const timed = rows.timed.filter(({ agencyId }) => ids.has(agencyId))
    const sum = (name: 'meetings' | 'actions' | 'onTime' | 'finished') =>
      rows.took.reduce((total, took) => total + (ids.has(took.agencyId) ? took[name] : 0), 0)
    const response = responseOf(timed)
    return {
      ...member,
      agencies: own.map(({ id, name }) => ({ id, name })),
      meetings: sum('meetings'),
      actions: sum('actions'),
      tasks: timed.length,
      onTime: sum('onTime'),
      finished: sum('finished'),
      overdue: response.overdue,
      response,
    }
  })
}
