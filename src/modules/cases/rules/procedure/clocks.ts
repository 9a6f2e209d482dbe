import { type Citation, cite } from '#kernel/citation'
import { dayInChina, type Moment } from '#kernel/dates'
import { addWorkingDays, deadline, type HolidayCalendar, type LimitLaw, limitUnder } from '#kernel/working-days'
import type { Clock, Words } from './case-file.ts'

interface ClockRule extends Words {
  /** `limit` binds the bureau; `wait` is the party's: nothing may be decided over it before it has run; `answer` is another agency's. */
  readonly whose: 'limit' | 'wait' | 'answer'
  readonly basis: readonly Citation[]
  readonly days?: { readonly law: LimitLaw; readonly n: number }
  readonly hours?: number
  readonly months?: number
}

/** 期限表: every clock of reference §8.4 and §8.5. Working or calendar days follow from the law and the number. */
export const clockKinds = {
  check: {
    zh: '线索核查、决定是否立案',
    en: 'Check the clue, decide on filing',
    whose: 'limit',
    days: { law: 'S93', n: 7 },
    basis: [cite('S93', 33)],
  },
  sceneFiling: {
    zh: '现场查获后补办立案',
    en: 'File after a catch in the act',
    whose: 'limit',
    days: { law: 'S93', n: 7 },
    basis: [cite('S93', 35)],
  },
  decide: {
    zh: '作出处罚决定',
    en: 'Decide',
    whose: 'limit',
    days: { law: 'CF', n: 90 },
    basis: [cite('CF', 60)],
  },
  hold: {
    zh: '先行登记保存的处理决定',
    en: 'Decide on evidence kept in place',
    whose: 'limit',
    days: { law: 'CF', n: 7 },
    basis: [cite('CF', 56), cite('CF', 85)],
  },
  statement: {
    zh: '当事人陈述申辩',
    en: 'The party may state and defend',
    whose: 'wait',
    basis: [cite('CF', 44), cite('CF', 45)],
  },
  hearingRequest: {
    zh: '当事人要求听证',
    en: 'The party may ask for a hearing',
    whose: 'wait',
    days: { law: 'CF', n: 5 },
    basis: [cite('CF', 64)],
  },
  hearing: { zh: '举行听证', en: 'Hold the hearing', whose: 'limit', basis: [cite('CF', 64)] },
  serve: {
    zh: '送达决定书',
    en: 'Serve the decision',
    whose: 'limit',
    days: { law: 'CF', n: 7 },
    basis: [cite('CF', 61), cite('CF', 85)],
  },
  pay: {
    zh: '当事人缴纳罚款',
    en: 'The party pays',
    whose: 'wait',
    days: { law: 'CF', n: 15 },
    basis: [cite('CF', 67)],
  },
  reconsider: {
    zh: '当事人申请复议',
    en: 'Reconsideration may be asked',
    whose: 'wait',
    days: { law: 'FY', n: 60 },
    basis: [cite('FY', 20)],
  },
  sue: {
    zh: '当事人提起诉讼',
    en: 'A suit may be brought',
    whose: 'wait',
    days: { law: 'ZMF', n: 15 },
    basis: [cite('ZMF', 41), cite('SS', 46)],
  },
  demand: {
    zh: '催告期',
    en: 'Time to answer the demand',
    whose: 'wait',
    days: { law: 'QZ', n: 10 },
    basis: [cite('QZ', 54), cite('QZ', 69)],
  },
  court: {
    zh: '申请法院强制执行',
    en: 'Apply to the court',
    whose: 'limit',
    months: 3,
    basis: [cite('QZ', 53), cite('CF', 72)],
  },
  courtReview: {
    zh: '对法院不予受理、不予执行的裁定申请复议',
    en: 'Ask the court above for review of a refusal',
    whose: 'limit',
    days: { law: 'QZ', n: 15 },
    basis: [cite('QZ', 56, { paragraph: 2 }), cite('QZ', 58, { paragraph: 3 })],
  },
  courtAcceptAnswer: {
    zh: '上一级法院裁定是否受理',
    en: 'The court above rules on acceptance',
    whose: 'answer',
    days: { law: 'QZ', n: 15 },
    basis: [cite('QZ', 56, { paragraph: 2 })],
  },
  courtExecuteAnswer: {
    zh: '上一级法院裁定是否执行',
    en: 'The court above rules on execution',
    whose: 'answer',
    days: { law: 'QZ', n: 30 },
    basis: [cite('QZ', 58, { paragraph: 3 })],
  },
  cash: {
    zh: '当场收缴的罚款交至本局',
    en: 'Hand in cash taken on the spot',
    whose: 'limit',
    days: { law: 'CF', n: 2 },
    basis: [cite('CF', 71)],
  },
  unpublish: {
    zh: '撤回已公开的决定信息',
    en: 'Withdraw what was published',
    whose: 'limit',
    days: { law: 'CF', n: 3 },
    basis: [cite('CF', 48)],
  },
  transferDecide: {
    zh: '正职负责人决定是否移送公安',
    en: 'Principal head decides on transfer',
    whose: 'limit',
    days: { law: 'YS', n: 3 },
    basis: [cite('YS', 5)],
  },
  transferSend: {
    zh: '移送公安机关',
    en: 'Hand over to the police',
    whose: 'limit',
    hours: 24,
    basis: [cite('YS', 5)],
  },
  policeAnswer: {
    zh: '公安机关决定是否立案',
    en: 'Police decide on filing',
    whose: 'answer',
    days: { law: 'YS', n: 3 },
    basis: [cite('YS', 8)],
  },
  policeAgain: {
    zh: '提请公安复议或者建议立案监督',
    en: 'Ask the police again, or the procuratorate',
    whose: 'limit',
    days: { law: 'YS', n: 3 },
    basis: [cite('YS', 9)],
  },
  handOver: {
    zh: '向公安移交物品和材料',
    en: 'Hand goods and papers to the police',
    whose: 'limit',
    days: { law: 'YS', n: 3 },
    basis: [cite('YS', 12)],
  },
} as const satisfies Readonly<Record<string, ClockRule>>
export type ClockKind = keyof typeof clockKinds

export const clockRule = (kind: string): ClockRule => clockKinds[kind as ClockKind]

interface Reckoned {
  readonly dueOn: string
  readonly estimated?: true
}

/**
 * The last day of n days. In a year whose holidays are not published a limit on the bureau ends early (every day counts) and the
 * party's time ends late, so that neither is ever counted against the law.
 */
function reckon(
  calendar: HolidayCalendar,
  start: Temporal.PlainDate,
  { law, n, whose }: { readonly law: LimitLaw; readonly n: number; readonly whose: 'limit' | 'wait' | 'answer' },
): Reckoned {
  const exact = deadline(calendar, law, start, n)
  if (exact.ok) return { dueOn: exact.value.toString() }
  if (whose !== 'wait') return { dueOn: start.add({ days: n }).toString(), estimated: true }
  const days = limitUnder(law, n) === 'working' ? n * 2 + 10 : n + 10
  return { dueOn: start.add({ days }).toString(), estimated: true }
}

/** Working days of the bureau's own choice (陈述申辩), on the same safe side. */
export function reckonWait(calendar: HolidayCalendar, start: Temporal.PlainDate, n: number): Reckoned {
  const exact = addWorkingDays(calendar, start, n)
  return exact.ok
    ? { dueOn: exact.value.toString() }
    : { dueOn: start.add({ days: n * 2 + 10 }).toString(), estimated: true }
}

export function startClock(kind: ClockKind, { today, instant }: Moment, calendar: HolidayCalendar): Clock {
  const rule = clockRule(kind)
  const begun = { kind, startedOn: today.toString(), state: 'running' } as const
  if (rule.hours !== undefined) {
    const dueAt = instant.add({ hours: rule.hours })
    return {
      ...begun,
      dueOn: dayInChina(dueAt).toString(),
      dueAt: dueAt.toString(),
    }
  }
  if (rule.days === undefined) throw new Error(`the clock ${kind} needs its day`)
  return { ...begun, ...reckon(calendar, today, { ...rule.days, whose: rule.whose }) }
}

export const running = (clocks: readonly Clock[], kind: ClockKind): Clock | undefined =>
  clocks.find(clock => clock.kind === kind && clock.state === 'running')

/** Closes the running clocks of these kinds; nothing is taken off the list. */
export const endClocks = (
  clocks: readonly Clock[],
  kinds: readonly ClockKind[] | 'all',
  { how, on, by }: { readonly how: 'met' | 'ended'; readonly on: string; readonly by: string },
): readonly Clock[] =>
  clocks.map(clock =>
    (clock.state === 'running' || clock.state === 'paused') &&
    (kinds === 'all' || (kinds as readonly string[]).includes(clock.kind))
      ? { ...clock, state: how, endedOn: on, endedBy: by }
      : clock,
  )

/** Over: its last day has passed. */
export const hasRun = (clock: Pick<Clock, 'dueOn'>, today: Temporal.PlainDate): boolean =>
  clock.dueOn < today.toString()

/** What the list is sorted by: the next limit on the bureau, else whatever runs. */
export function nextDue(clocks: readonly Clock[]): Clock | undefined {
  const open = clocks.filter(({ state }) => state === 'running').toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return open.find(({ kind }) => clockRule(kind).whose === 'limit') ?? open[0]
}
