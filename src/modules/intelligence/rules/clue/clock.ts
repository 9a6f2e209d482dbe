import { ok, type Result } from '#kernel/refusal'
import { addWorkingDays, deadline, type HolidayCalendar, rollToWorkingDay } from '#kernel/working-days'
import type { IntelligencePolicy } from '../policy.ts'
import { type ClueState, isOutcome } from './moves.ts'

/** What the clock of a clue waits for in a state. */
export const clockWords = {
  decide: { zh: '核查并决定是否立案', en: 'Check and decide on filing' },
  review: { zh: '回看', en: 'Look again' },
  tell: { zh: '告知举报人', en: 'Tell the reporter' },
  none: { zh: '不计时', en: 'No clock' },
} as const
export type ClueClock = keyof typeof clockWords

export function clockOf(state: ClueState, hasReporter: boolean): ClueClock {
  if (state === 'monitor') return 'review'
  if (isOutcome(state)) return hasReporter ? 'tell' : 'none'
  return state === 'feedback' || state === 'closed' ? 'none' : 'decide'
}

interface ClockFacts {
  readonly state: ClueState
  readonly receivedOn: string
  /** 经负责人批准延长 until this day. */
  readonly extendedTo: string | null
  readonly decidedOn: string | null
  readonly hasReporter: boolean
}

interface ClockSetting {
  readonly policy: Pick<IntelligencePolicy, 'checkDays' | 'tellWorkingDays' | 'watchDays'>
  readonly calendar: HolidayCalendar
}

const day = (iso: string) => Temporal.PlainDate.from(iso)

/**
 * 线索的期限 (烟草专卖行政处罚程序规定 §33, reference §7): seven days from finding or receipt to check and to decide on filing; day 0 is the
 * day of receipt, a last day off rolls on. After a decision the reporter is told; a watched clue is looked at again.
 * The clock is reckoned from the facts in every state, so no way back through the table can lose or stretch it.
 */
export function dueOn(facts: ClockFacts, { policy, calendar }: ClockSetting): Result<Temporal.PlainDate | null> {
  const decidedOn = day(facts.decidedOn ?? facts.receivedOn)
  switch (clockOf(facts.state, facts.hasReporter)) {
    case 'none':
      return ok(null)
    case 'review':
      return rollToWorkingDay(calendar, decidedOn.add({ days: policy.watchDays }))
    case 'tell':
      return addWorkingDays(calendar, decidedOn, policy.tellWorkingDays)
    case 'decide': {
      const legal = deadline(calendar, 'S93', day(facts.receivedOn), policy.checkDays)
      if (!legal.ok || facts.extendedTo === null) return legal
      const extended = day(facts.extendedTo)
      return Temporal.PlainDate.compare(extended, legal.value) > 0 ? ok(extended) : legal
    }
  }
}
