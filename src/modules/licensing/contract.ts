/** HTTP shapes of licensing (许可服务): what can be asked. Values are imported by the front ends; types are inferred. */

export { routes } from './contract/routes.ts'
export type {
  ApplicationDetail,
  ApplicationRow,
  CheckResult,
  Finding,
  LicenceCard,
  OfficerStep,
  Outcome,
  PrintTicket,
  RenewalSheet,
  SubmitRenewal,
  Verification,
} from './contract/shapes.ts'
export * as shapes from './contract/shapes.ts'
/** The console's checkboxes and the decision's text are the same eleven grounds (S205 §43). */
export { denialGrounds } from './rules/application/grounds.ts'
