import type { CaseFile } from './case-file.ts'
import { fenIn } from './fields.ts'
import { type Sanction, sanctionOf } from './sanction.ts'

/**
 * 决定 as it stands: what was decided, and where reconsideration or a court changed it, what is left of it. Nothing that was set aside is
 * collected, destroyed or waited for; undefined where nothing was decided.
 */
export function standingOf(file: Pick<CaseFile, 'steps' | 'decidedOn'>): Sanction | undefined {
  const decided = file.decidedOn === null ? undefined : sanctionOf(file)
  const changed = file.steps.findLast(({ event, input }) => event === 'endRemedy' && input['result'] === 'changed')
  if (decided === undefined || changed === undefined) return decided
  const { input } = changed
  return {
    ...decided,
    ...{ fine: fenIn(input, 'fine'), gains: fenIn(input, 'gains') },
    goods: input['goodsStand'] === true ? decided.goods : 'none',
  }
}
