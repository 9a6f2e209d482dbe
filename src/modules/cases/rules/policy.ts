import type { PolicySet } from '#platform/policy'

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
}

const fen = 100

/** @throws PolicyError when a value is missing or of another type. */
export function casePolicyOf(set: PolicySet): CasePolicy {
  const amount = (key: string) => set.number(`cases.${key}`) * fen
  return {
    bureau: set.text('bureau.name'),
    numberMark: set.text('cases.numberMark'),
    reconsiderationBody: set.text('application.reconsiderationBody'),
    court: set.text('cases.court'),
    bank: set.text('cases.bank'),
    hearing: { person: amount('hearingPersonYuan'), organisation: amount('hearingOrganisationYuan') },
    collectiveFrom: amount('collectiveYuan'),
    statementWorkingDays: set.number('cases.statementWorkingDays'),
    permanentFrom: amount('thirtyYearsYuan'),
  }
}
