import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { caseLaw } from './law.ts'
import { caseRefusals } from './refusals.ts'
import { alarmBindings } from './routes/alarms.ts'
import { caseBindings } from './routes/cases.ts'
import { detailBindings } from './routes/detail.ts'
import { fieldBindings } from './routes/field.ts'
import { goodsBindings } from './routes/goods.ts'
import { networkBindings } from './routes/network.ts'
import { penaltyBindings } from './routes/penalties.ts'
import { sanctionBindings } from './routes/sanctions.ts'

/** 案件: filing, evidence, decision, transfer, execution, archive. */
export const createCases = (): Module =>
  defineModule({
    name: 'cases',
    routes: [
      ...caseBindings,
      ...detailBindings,
      ...fieldBindings,
      ...goodsBindings,
      ...penaltyBindings,
      ...alarmBindings,
      ...networkBindings,
      ...sanctionBindings,
    ],
    refusals: caseRefusals,
    jobs,
    schedules,
    law: caseLaw,
  })

export { askedCase } from './actions/asked-case.ts'
export { addEvidence } from './actions/evidence.ts'
export { approvePrices } from './actions/goods/approve-prices.ts'
export { confirmAll } from './actions/goods/confirm-entry.ts'
export type { Handler } from './actions/goods/handler.ts'
export { type HeldGoods, holdLot } from './actions/goods/hold-lot.ts'
export { importPriceList, type NewPriceList } from './actions/goods/import-prices.ts'
export { moveGoods } from './actions/goods/move-goods.ts'
export { countLot, decideLot, testLot } from './actions/goods/note-lot.ts'
export { saveAmounts } from './actions/goods/save-amounts.ts'
export { proposeFineOf } from './actions/goods/weigh-fine.ts'
export { type CaseAsked, openCase } from './actions/open-case.ts'
export { confirmRecord, writeRecord } from './actions/record.ts'
export { stepCase } from './actions/take-step.ts'
export type { Amounts } from './contract/sanctions.ts'
export { caseMoved } from './events.ts'
export { caseOpened } from './opened-event.ts'
export { lintCase } from './queries/dossier.ts'
export { lendTotals } from './queries/lend.ts'
export type { GoodsKind, Nature } from './rules/amounts/goods.ts'
export type { FactorCode } from './rules/discretion/factors.ts'
export type { LotDecision, Move } from './rules/goods/moves.ts'
export { casePolicyOf } from './rules/policy.ts'
export type { Input as CaseInput } from './rules/procedure/case-file.ts'
export { sanctionOf, sanctionWords } from './rules/procedure/sanction.ts'
export { sanctionPolicyOf } from './rules/sanction-policy.ts'
export { findViolation, type ViolationCode } from './rules/violations/table.ts'
export { sanctionPolicy } from './sanction-policy.ts'
export { findCase } from './store/cases.ts'
