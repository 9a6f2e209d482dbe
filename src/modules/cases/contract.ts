/** 案件: what can be asked of this domain, and what its screens read. */
export { CaseList, CaseRow, caseRoutes, type NewCase } from './contract/cases.ts'
