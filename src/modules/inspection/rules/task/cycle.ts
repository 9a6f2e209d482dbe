import type { Candidate } from './calendar.ts'

type CreditClass = Candidate['class']
/** 核查周期 in months by credit class. */
export type Cycles = Readonly<Record<CreditClass, number>>

export interface RegularCandidate extends Candidate {
  /** Since when it has its licence: a shop never visited is due a cycle after that day. */
  readonly licensedOn: string
}

export interface Due extends RegularCandidate {
  /** The day on which its cycle was over. */
  readonly dueOn: string
}

/** The week whose proposals a day belongs to: `DQ-` and its Monday. */
export const weekOf = (day: Temporal.PlainDate): string => `DQ-${day.subtract({ days: day.dayOfWeek - 1 })}`

/**
 * 定期核查到期: every shop whose cycle is over, the longest overdue first; towns take turns, so that no town has all the visits. A shop at its
 * yearly limit, or one that waits for a visit already, is left out: the cycle never breaks the limit.
 */
export function listDue(
  candidates: readonly RegularCandidate[],
  today: Temporal.PlainDate,
  { cycles, yearlyCap }: { readonly cycles: Cycles; readonly yearlyCap: number },
): readonly Due[] {
  const due = candidates
    .filter(({ visits, waits }) => visits < yearlyCap && !waits)
    .map(one => ({ ...one, dueOn: dueDayOf(one, cycles) }))
    .filter(({ dueOn }) => dueOn <= today.toString())
    .toSorted(longestFirst)
  const byTown = [...Map.groupBy(due, ({ town }) => town).values()]
  return byTown
    .flatMap(list => list.map((shop, turn) => ({ shop, turn })))
    .toSorted((a, b) => a.turn - b.turn || longestFirst(a.shop, b.shop))
    .map(({ shop }) => shop)
}

const longestFirst = (a: Due, b: Due): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.licenceNo < b.licenceNo ? -1 : 1

const dueDayOf = ({ lastVisit, licensedOn, class: grade }: RegularCandidate, cycles: Cycles): string =>
  Temporal.PlainDate.from(lastVisit ?? licensedOn)
    .add({ months: cycles[grade] })
    .toString()

/** 为什么: what a person reads on the proposal. */
export const whyDue = (shop: Due, { cycles, yearlyCap }: { readonly cycles: Cycles; readonly yearlyCap: number }) =>
  [
    `${shop.class === 'N' ? '未评级' : `${shop.class} 级`}每 ${cycles[shop.class]} 个月核查一次`,
    // Before the house there may have been visits it does not know: it says only what it knows.
    shop.lastVisit === null ? '还没有检查记录' : `上次检查 ${shop.lastVisit}，${shop.dueOn} 到期`,
    `今年已查 ${shop.visits} 次，上限 ${yearlyCap} 次`,
  ].join('；')
