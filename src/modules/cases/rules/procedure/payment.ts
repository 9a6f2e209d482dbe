import type { CaseFile, Clock } from './case-file.ts'
import { fenIn, textIn } from './fields.ts'
import { standingOf } from './standing.ts'

export interface Balance {
  readonly fine: number
  readonly gains: number
  readonly paid: number
  /** 加处罚款 so far, never above the fine (CF 72). */
  readonly late: number
  readonly owed: number
  /** Money that is no longer accruing: capped or stayed. */
  readonly stayed: boolean
}

/**
 * 罚款缴纳: 3 % of what is unpaid of the fine for each day after the last day, never more than the fine (CF 72(1)); no day of a
 * reconsideration or suit counts (CF 73¶3). Payments go to the fine first, so that the late fee stops growing.
 */
export function balanceOf(file: CaseFile, today: Temporal.PlainDate): Balance {
  const sanction = standingOf(file)
  if (sanction?.result !== 'penalty') return { fine: 0, gains: 0, paid: 0, late: 0, owed: 0, stayed: false }
  const { fine, gains } = sanction
  const payments = file.steps
    .filter(({ event }) => event === 'pay' || event === 'collectOnSpot')
    .map(({ input, on }) => ({ on: String(input['paidOn'] ?? on), amount: fenIn(input, 'amount') }))
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const late = lateFee(fine, { payments, from: file.clocks.findLast(isPay), stays: staysOf(file), today })
  return { fine, gains, paid, late, owed: Math.max(0, fine + gains + late - paid), stayed: isStayed(file) }
}

const isPay = ({ kind }: Clock): boolean => kind === 'pay'
const isStayed = (file: CaseFile): boolean => staysOf(file).some(({ to }) => to === null)

interface Stay {
  readonly from: string
  readonly to: string | null
}

/** 复议、诉讼期间 */
function staysOf({ steps }: CaseFile): readonly Stay[] {
  const begun = steps.filter(({ event }) => event === 'beginRemedy')
  return begun.map(({ n, on, input }) => {
    const end = steps.find(s => s.n > n && s.event === 'endRemedy')
    // 受理和结束的日子, where they are not the days on which somebody noted them.
    const to = end && (textIn(end.input, 'endedOn') || end.on)
    return { from: textIn(input, 'begunOn') || on, to: to ?? null }
  })
}

interface Lateness {
  readonly payments: readonly { readonly on: string; readonly amount: number }[]
  readonly from: Clock | undefined
  readonly stays: readonly Stay[]
  readonly today: Temporal.PlainDate
}

/** Stops at the cap: at most 34 days of a fine of which nothing was paid, so the loop is short. */
export function lateFee(fine: number, { payments, from, stays, today }: Lateness): number {
  if (from === undefined) return 0
  let late = 0
  let day = Temporal.PlainDate.from(from.dueOn)
  for (let n = 0; n < 4000 && late < fine; n += 1) {
    day = day.add({ days: 1 })
    const on = day.toString()
    if (on > today.toString()) break
    if (stays.some(({ from: begun, to }) => begun <= on && (to === null || on <= to))) continue
    const unpaid = fine - payments.filter(p => p.on < on).reduce((sum, { amount }) => sum + amount, 0)
    if (unpaid <= 0) break
    late += Math.floor((unpaid * 3) / 100)
    if (unpaid * 3 < 100) break
  }
  return Math.min(late, fine)
}
