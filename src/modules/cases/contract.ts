/** 案件: what can be asked of this domain, and what its screens read. */
export { alarmRoutes, CaseAlarm } from './contract/alarms.ts'
export { CaseDetail, Defects } from './contract/case-detail.ts'
export { CaseList, CaseRow, caseRoutes } from './contract/cases.ts'
export { detailRoutes, recordKinds } from './contract/detail.ts'
export { evidenceKinds, evidenceMostParts, evidencePartBytes } from './contract/evidence.ts'
export {
  caseFieldRoutes,
  type FieldCase,
  type FieldRecord,
  type HeldCaseAct,
  type PersonRole,
  personRoles,
  type RecordAct,
  readBacks,
} from './contract/field.ts'
export { caseFilingRoutes, Filing, filableCodes } from './contract/filing.ts'
export { GoodsDetail, GoodsLot, GoodsPaper, GoodsStore, goodsRoutes } from './contract/goods.ts'
export { NetworkProposal, NetworkView, networkRoutes } from './contract/network.ts'
export { PublicPenalty, penaltyRoutes } from './contract/penalties.ts'
export { Amounts, CaseSums, PriceLists, sanctionRoutes, Weighing } from './contract/sanctions.ts'
export { type GoodsKind, goodsKinds, goodsUnits, natures, unitOf } from './rules/amounts/goods.ts'
export { priceSources } from './rules/amounts/price-list.ts'
export { type FactorCode, factorCodes, factorOf } from './rules/discretion/factors.ts'
export { steps as discretionSteps } from './rules/discretion/steps.ts'
export { bucketNames, buckets, custodies, lotDecisions, type Move, moveKinds } from './rules/goods/moves.ts'
export { type Input, type Origin, origins } from './rules/procedure/case-file.ts'
export type { Field } from './rules/procedure/fields.ts'
export { type CaseState, caseStates, isOver } from './rules/procedure/moves.ts'
export { stateWords } from './rules/procedure/state-words.ts'
export { violationNames } from './rules/procedure/steps/violation.ts'
export { stepRule } from './rules/procedure/steps.ts'
export { type CustodyAct, custodyActs, custodyNext } from './rules/records/custody.ts'
export { crimes, criterionOf, measured } from './rules/thresholds/criteria.ts'
export { type ViolationCode, violationCodes, violationOf } from './rules/violations/table.ts'
export { type Base, bases, bodies, measures } from './rules/violations/words.ts'
