import { PolicyError, type PolicySet } from '#platform/policy'
import { type RecordKind, recordKinds } from './records.ts'

/** All numbers of credit (本局参数) that hold on one day: the published criteria of 信用等级 and the clocks. */
export interface CreditPolicy {
  readonly basePoints: number
  /** 扣分、加分 by kind of record. */
  readonly points: Readonly<Record<RecordKind, number>>
  /** Lowest points of A, B and C. */
  readonly thresholds: { readonly A: number; readonly B: number; readonly C: number }
  readonly goodCap: number
  /** 有效期 in months by weight; a grave fault counts as long as an ordinary one. */
  readonly months: Readonly<Record<'good' | 'minor' | 'ordinary' | 'grave', number>>
  readonly repairMinDays: number
  readonly objectionWorkingDays: number
  readonly repairWorkingDays: number
  readonly watchReviewDays: number
  readonly filingDays: number
  readonly followUpWorkingDays: number
  readonly talkNoticeWorkingDays: number
  readonly publicityWorkingDays: number
  readonly modelMonths: number
  readonly modelReviewMonths: number
  readonly recentCheckMonths: number
  readonly bureau: string
  /** 发文字号 of 约谈通知书 begins with it. */
  readonly talkMark: string
  /** Which values these are: kept with every grade. */
  readonly version: string
}

/** @throws PolicyError when a value is missing, of another type, or beyond what the rules allow. */
export function creditPolicyOf(set: PolicySet): CreditPolicy {
  const number = (key: string) => set.number(`credit.${key}`)
  const thresholds = listOf(set.text('credit.thresholds'))
  const points = listOf(set.text('credit.points'))
  const { A, B, C } = { A: 0, B: 0, C: 0, ...thresholds }
  if (!(A > B && B > C && C > 0)) throw new PolicyError(`no thresholds: ${set.text('credit.thresholds')}`)
  if (number('watchReviewDays') > 90) throw new PolicyError('credit.watchReviewDays is beyond 90')
  const minor = number('minorMonths')
  const ordinary = number('ordinaryMonths')
  return {
    basePoints: number('basePoints'),
    points: pointsOf(points),
    thresholds: { A, B, C },
    goodCap: number('goodCap'),
    months: { good: number('goodMonths'), minor, ordinary, grave: ordinary },
    repairMinDays: number('repairMinDays'),
    objectionWorkingDays: number('objectionWorkingDays'),
    repairWorkingDays: number('repairWorkingDays'),
    watchReviewDays: number('watchReviewDays'),
    filingDays: number('filingDays'),
    followUpWorkingDays: number('followUpWorkingDays'),
    talkNoticeWorkingDays: number('talkNoticeWorkingDays'),
    publicityWorkingDays: number('publicityWorkingDays'),
    modelMonths: number('modelMonths'),
    modelReviewMonths: number('modelReviewMonths'),
    recentCheckMonths: number('recentCheckMonths'),
    bureau: set.text('bureau.name'),
    talkMark: set.text('credit.talkMark'),
    version: set.version,
  }
}

/** Every kind once, a fault never above nothing and a good sign never below. @throws PolicyError otherwise. */
function pointsOf(given: Readonly<Record<string, number>>): Readonly<Record<RecordKind, number>> {
  const kinds = Object.keys(recordKinds) as RecordKind[]
  for (const kind of kinds) {
    const points = given[kind]
    const good = recordKinds[kind].weight === 'good'
    if (points === undefined || (good ? points < 0 : points > 0)) throw new PolicyError(`no points for ${kind}`)
  }
  return Object.fromEntries(kinds.map(kind => [kind, given[kind] ?? 0])) as Record<RecordKind, number>
}

/** `A=90,B=70` → numbers by name. @throws PolicyError for what is no such list. */
function listOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text.split(',').map(part => {
      const [, name, value] = /^\s*(\w+)\s*=\s*(-?\d{1,3})\s*$/u.exec(part) ?? []
      if (name === undefined) throw new PolicyError(`no list of numbers: ${text}`)
      return [name, Number(value)]
    }),
  )
}
