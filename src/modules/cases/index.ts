import { defineModule, type Module } from '#platform/module'
import { caseRefusals } from './refusals.ts'
import { caseBindings } from './routes/cases.ts'
import { detailBindings } from './routes/detail.ts'
import { goodsBindings } from './routes/goods.ts'
import { sanctionBindings } from './routes/sanctions.ts'

/** 案件: filing, evidence, decision, transfer, execution, archive. */
export const createCases = (): Module =>
  defineModule({
    name: 'cases',
    routes: [...caseBindings, ...detailBindings, ...goodsBindings, ...sanctionBindings],
    refusals: caseRefusals,
  })

export { askedCase } from './actions/asked-case.ts'
export { addEvidence } from './actions/evidence.ts'
export { type CaseAsked, openCase } from './actions/open-case.ts'
export { confirmRecord, writeRecord } from './actions/record.ts'
export { stepCase } from './actions/take-step.ts'
export { caseMoved } from './events.ts'
export { caseOpened } from './opened-event.ts'
export { lintCase } from './queries/dossier.ts'
export { casePolicyOf } from './rules/policy.ts'
export type { Input as CaseInput } from './rules/procedure/case-file.ts'
export { findCase } from './store/cases.ts'
