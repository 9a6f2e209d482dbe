import { eventsFrom } from '#kernel/state-table'
import type { CaseFile, Input } from '../rules/procedure/case-file.ts'
import type { Field } from '../rules/procedure/fields.ts'
import { caseMoves, sideActs } from '../rules/procedure/moves.ts'
import { stepEvents } from '../rules/procedure/steps.ts'

const sides = new Set<string>(Object.keys(sideActs))

/** One number of the walk gives every choice of a step. */
export function chooser(seed: number) {
  let left = seed
  return (size: number): number => {
    left = (Math.imul(left, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((left / 2 ** 32) * size)
  }
}
export type Pick = ReturnType<typeof chooser>

const usual: Readonly<Record<string, string>> = {
  result: 'penalty',
  licence: 'none',
  goods: 'none',
  fine: '4000',
  gains: '100',
  goodsValue: '100',
}

/** What somebody might enter; `people` are five ids, of whom the first four may be named as officers. */
export function valueFor(
  { type, options, key }: Field,
  {
    today,
    pick,
    people,
  }: { readonly today: Temporal.PlainDate; readonly pick: Pick; readonly people: readonly string[] },
): Input[string] {
  if (key === 'violation') return pick(6) === 0 ? 'P11' : 'P10'
  // Mostly the same measure twice, so that a proposal is often no heavier than its notice.
  if (usual[key] !== undefined && pick(5) > 0) return usual[key]
  if (type === 'choice') return Object.keys(options ?? {})[pick(Object.keys(options ?? {}).length)] ?? ''
  if (key === 'heldOn') return today.add({ days: 6 + pick(14) }).toString()
  if (type === 'day') return today.add({ days: (key === 'until' || key === 'lookAgain' ? 10 : 1) - pick(8) }).toString()
  if (type === 'two') return [people[0] ?? '', people[1 + pick(2)] ?? '']
  if (type === 'staff') return people[pick(5)] ?? ''
  if (key === 'attached') return ['调查报告', '物品清单']
  if (type === 'lines') return ['甲', '乙', '丙']
  if (type === 'money') return ['100', '4000', '6000', '60000'][pick(4)] ?? '100'
  if (type === 'time') return '09:00'
  return type === 'yes' ? pick(20) > 0 : '模拟'
}

/** Mostly what this person may do and what leads on; now and then anything at all. */
export function eventFor(pick: Pick, may: (event: string) => boolean, file: CaseFile): string {
  if (pick(14) === 0) return String(stepEvents[pick(stepEvents.length)])
  // What has to be taken back from the public is taken back soon: by mere chance no walk comes so far.
  if (file.clocks.some(({ kind, state }) => kind === 'unpublish' && state === 'running') && pick(2) === 0)
    return 'withdrawPublication'
  // Nor by chance within the fifteen days of a ruling.
  if (file.state === 'courtAsked' && may('askCourtReview') && pick(2) === 0) return 'askCourtReview'
  const possible = eventsFrom(caseMoves, file.state).map(String).filter(may)
  const onward = possible.filter(event => !sides.has(event) && (!short.has(event) || pick(12) === 0))
  const from =
    file.officers.length < 2 && possible.includes('appoint') ? ['appoint'] : pick(4) === 0 ? possible : onward
  return from[pick(Math.max(1, from.length))] ?? 'appoint'
}
const short = new Set([
  'dontFile',
  'refer',
  'withdraw',
  'terminate',
  'archive',
  'returnFiling',
  'returnReview',
  'reopen',
  'returnProposal',
  'dropHearing',
  'callAgain',
])
