import { PolicyError, type PolicySet } from '#platform/policy'
import type { AlarmSteps } from './procedure/alarms.ts'

/** 案件参数 that hold on one day. */
export interface CasePolicy {
  readonly bureau: string
  readonly numberMark: string
  readonly reconsiderationBody: string
  readonly court: string
  readonly bank: string
  /** 较大数额 (CF 63): fen from which a hearing is offered. */
  readonly hearing: { readonly person: number; readonly organisation: number }
  readonly collectiveFrom: number
  /** 陈述申辩: working days waited for after the notice. */
  readonly statementWorkingDays: number
  readonly permanentFrom: number
  /** 公示期. */
  readonly publicityMonths: number
  readonly alarms: AlarmSteps
}

const fen = 100

/** @throws PolicyError when a value is missing or of another type. */
export function casePolicyOf(set: PolicySet): CasePolicy {
  const amount = (key: string) => set.number(`cases.${key}`) * fen
  return {
    bureau: set.text('bureau.name'),
    numberMark: set.text('cases.numberMark'),
    reconsiderationBody: set.text('cases.reconsiderationBody'),
    court: set.text('cases.court'),
    bank: set.text('cases.bank'),
    hearing: { person: amount('hearingPersonYuan'), organisation: amount('hearingOrganisationYuan') },
    collectiveFrom: amount('collectiveYuan'),
    statementWorkingDays: set.number('cases.statementWorkingDays'),
    permanentFrom: amount('thirtyYearsYuan'),
    publicityMonths: set.number('cases.publicityMonths'),
    alarms: { days: steps(set, 'cases.alarmDays'), hours: steps(set, 'cases.alarmHours') },
  }
}

/** `10,5,2`: whole numbers, the longest first. */
function steps(set: PolicySet, key: string): readonly number[] {
  const text = set.text(key)
  if (!/^\d{1,3}(,\d{1,3}){0,5}$/u.test(text)) throw new PolicyError(`${key} is no list like 10,5,2`)
  return text.split(',').map(Number)
}
