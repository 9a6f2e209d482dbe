import { type Citation, cite } from '#kernel/citation'
import type { CriterionCode } from './criteria.ts'
import { criterionOf } from './criteria.ts'
import { type CrimeFacts, reachedBars, thresholdBars } from './live.ts'

/** What has happened on the way to the police, as far as it has; instants as ISO text. */
export interface TransferSteps {
  /** 移送报告 to the head. */
  readonly reportedAt?: string
  readonly approvedAt?: string
  readonly sentAt?: string
  readonly acceptedAt?: string
  /** 不予立案通知书 received. */
  readonly refusedAt?: string
  readonly reconsiderationAskedAt?: string
  /** 立案通知书 received. */
  readonly policeFiledAt?: string
  readonly handedOverAt?: string
}

/** One limit of 移送规定: from when, until when, whether it was kept. */
interface TransferLimit {
  readonly step: 'decide' | 'send' | 'policeAnswer' | 'askAgain' | 'handOver'
  readonly basis: Citation
  /** Whose limit it is: ours is a duty, that of the police is a date to ask. */
  readonly whose: 'bureau' | 'police'
  readonly dueAt: string
  readonly state: 'running' | 'kept' | 'late'
}

export interface TransferDuty {
  readonly due: boolean
  readonly reasons: readonly CriterionCode[]
  /** 法制审核在先: a licence holder, or a trademark matter without a number in this interpretation. */
  readonly lawyerFirst: boolean
  readonly limits: readonly TransferLimit[]
}

/** 24 hours are hours; the three days are plain 日 of the regulation: calendar days, and the stricter reading, no holiday moves them. */
export const limitsOfLaw = [
  { step: 'decide', from: 'reportedAt', until: 'approvedAt', days: 3, basis: cite('YS', 5), whose: 'bureau' },
  { step: 'send', from: 'approvedAt', until: 'sentAt', hours: 24, basis: cite('YS', 5), whose: 'bureau' },
  { step: 'policeAnswer', from: 'acceptedAt', until: 'answered', days: 3, basis: cite('YS', 8), whose: 'police' },
  {
    step: 'askAgain',
    from: 'refusedAt',
    until: 'reconsiderationAskedAt',
    days: 3,
    basis: cite('YS', 9),
    whose: 'bureau',
  },
  { step: 'handOver', from: 'policeFiledAt', until: 'handedOverAt', days: 3, basis: cite('YS', 12), whose: 'bureau' },
] as const

/**
 * 移送义务 (移送规定第三条): due as soon as one criterion of a crime is reached; then a penalty may not stand in its place (第十一条).
 * The limits count from what has been done; `now` tells which of them are late.
 */
export function transferDuty(
  facts: CrimeFacts,
  done: TransferSteps,
  now: Temporal.Instant,
  warnPercent = 80,
): TransferDuty {
  const reasons = reachedBars(thresholdBars(facts, warnPercent)).map(({ code }) => code)
  const onlyBusiness = reasons.every(code => criterionOf(code).crime === 'illegalBusiness')
  return {
    due: reasons.length > 0,
    reasons,
    lawyerFirst: (reasons.length > 0 && onlyBusiness && facts.licence !== 'none') || facts.fakeBrand,
    limits: limitsOfLaw.flatMap(rule => limitOf(rule, done, now)),
  }
}

function limitOf(
  rule: (typeof limitsOfLaw)[number],
  done: TransferSteps,
  now: Temporal.Instant,
): readonly TransferLimit[] {
  const start = done[rule.from]
  if (start === undefined) return []
  const began = Temporal.Instant.from(start).toZonedDateTimeISO('Asia/Shanghai')
  const dueAt =
    'hours' in rule
      ? began.add({ hours: rule.hours }).toInstant()
      : // Until the end of the third day after the day of the event.
        began
          .startOfDay()
          .add({ days: rule.days + 1 })
          .subtract({ seconds: 1 })
          .toInstant()
  const ended = rule.until === 'answered' ? (done.policeFiledAt ?? done.refusedAt) : done[rule.until]
  const until = ended === undefined ? now : Temporal.Instant.from(ended)
  const late = Temporal.Instant.compare(until, dueAt) > 0
  const { step, basis, whose } = rule
  return [
    { step, basis, whose, dueAt: dueAt.toString(), state: late ? 'late' : ended === undefined ? 'running' : 'kept' },
  ]
}

/** 移送材料 (第六条): what goes with the case; the third is 涉案物品清单 of the goods ledger. */
export const transferPapers = [
  { zh: '涉嫌犯罪案件移送书', item: 1 },
  { zh: '涉嫌犯罪案件情况的调查报告', item: 2 },
  { zh: '涉案物品清单', item: 3 },
  { zh: '有关检验报告或者鉴定结论', item: 4 },
  { zh: '其他有关涉嫌犯罪的材料', item: 5 },
].map(({ zh, item }) => ({ zh, basis: cite('YS', 6, { item }) }))
