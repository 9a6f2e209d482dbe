import { daysBetween } from '#kernel/dates'
import type { Standing, Words } from './file.ts'
import type { CountedRecord } from './grade.ts'
import type { CreditPolicy } from './policy.ts'
import { isFault, type RecordKind, weightOf } from './records.ts'

export interface Condition extends Words {
  readonly met: boolean
}

const condition = (met: boolean, zh: string, en: string): Condition => ({ met, zh, en })

/** 诚信经营示范店的条件, checked by rule at nomination, decision and every review; people decide on what is met. */
export function modelConditions(
  { licenceState, licensedOn, grade, records, troubles }: Standing,
  today: Temporal.PlainDate,
  policy: CreditPolicy,
): readonly Condition[] {
  const back = (months: number) => today.subtract({ months }).toString()
  const inForce = records.filter(record => untilOf(record, policy) > today.toString())
  const checked = records.some(
    ({ what, happenedOn }) => what === 'clear' && happenedOn >= back(policy.recentCheckMonths),
  )
  const { modelMonths, recentCheckMonths } = policy
  return [
    condition(licenceState === 'valid', '许可证有效', 'Licence valid'),
    condition(licensedOn <= back(modelMonths), `持证经营满${modelMonths}个月`, `Licensed for ${modelMonths} months`),
    condition(grade === 'A', '信用等级为 A', 'Grade A'),
    condition(!inForce.some(({ what }) => isFault(what)), '没有有效期内的失信记录', 'No fault on record'),
    condition(troubles.length === 0, '不在异常零售户档案，没有未办结的处置', 'No watch file, nothing to correct'),
    condition(
      checked,
      `${recentCheckMonths}个月内接受过检查且未发现问题`,
      `Checked without findings within ${recentCheckMonths} months`,
    ),
  ]
}

const untilOf = ({ what, happenedOn }: CountedRecord, { months }: CreditPolicy): string =>
  Temporal.PlainDate.from(happenedOn)
    .add({ months: months[weightOf(what)] })
    .toString()

interface Repair {
  readonly record: CountedRecord
  readonly standing: Standing
  /** As the examiner saw it. */
  readonly performed: boolean
  readonly harmless: boolean
}

/**
 * 信用修复的条件, after the four of 市场监督管理行政处罚信息公示规定 §14 (an analogue only) and YSJ 52. Anybody may ask at any time:
 * they are asked when it is decided, never at the door.
 */
export function repairConditions(
  { record, standing, performed, harmless }: Repair,
  today: Temporal.PlainDate,
  { repairMinDays }: CreditPolicy,
): readonly Condition[] {
  const { what, happenedOn, id } = record
  const age = daysBetween(Temporal.PlainDate.from(happenedOn), today)
  return [
    condition(age >= repairMinDays, `行为发生满${repairMinDays}日`, `${repairMinDays} days have passed`),
    condition(weightOf(what) !== 'grave', '不是严重失信', 'Not a grave fault'),
    condition(!repeated(standing.records, what, happenedOn, id), '没有同类行为再次发生', 'Not repeated'),
    condition(
      standing.troubles.length === 0,
      '不在异常零售户档案，没有未办结的处置',
      'No watch file, nothing to correct',
    ),
    condition(performed, '已履行义务、改正到位', 'Obligations performed'),
    condition(harmless, '已消除不良影响', 'Harm removed'),
  ]
}

const repeated = (records: readonly CountedRecord[], what: RecordKind, since: string, id: string): boolean =>
  records.some(other => other.id !== id && other.what === what && other.happenedOn >= since)

export const unmet = (conditions: readonly Condition[]): readonly Condition[] => conditions.filter(({ met }) => !met)
