import { defineModule, type Module } from '#platform/module'
import { elicenceRefusals } from './elicence/refusals.ts'
import { jobs, schedules } from './jobs.ts'
import { licensingLaw } from './law.ts'
import type { LicensingPorts } from './ports.ts'
import { licensingRefusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

/** 许可服务: applications, rules, statutory clocks, decisions, the licence and its e-certificate. */
export const createLicensing = (ports: LicensingPorts): Module =>
  defineModule({
    name: 'licensing',
    routes: routeBindings(ports),
    refusals: { ...elicenceRefusals, ...licensingRefusals },
    law: licensingLaw,
    jobs,
    schedules,
  })

export { drawFirst } from './actions/draw-due.ts'
export { importLicences } from './actions/import-licences.ts'
export { noteCaseOutcome } from './actions/note-case.ts'
export { type OpenFile, seedOpenFile } from './actions/open-files.ts'
export { type PastFile, type PastOfficers, seedPastFiles } from './actions/past-files.ts'
export { licensingPolicySubject } from './actions/policy-trial.ts'
export { recordService } from './actions/record-service.ts'
export { remindSoon } from './actions/remind-job.ts'
export { diffRules, findCheckPolicy, replayRules } from './actions/replay-rules.ts'
export { ruleBookFolder } from './actions/rule-books.ts'
export { settingOf as licensingSettingOf } from './actions/settings.ts'
export { signStatusListSoon } from './actions/status-list-job.ts'
export { readVerificationKeys, verifyLicenceInput } from './elicence/verify-command.ts'
export { verifyToken } from './elicence/verify-token.ts'
export {
  applicationDecided,
  applicationSubmitted,
  applicationWithdrawn,
  decisionToServe,
  licenceFaceChanged,
  licenceIssued,
  licenceRenewed,
  licenceStateChanged,
  renewalDue,
  serviceRated,
} from './events.ts'
export { papersToServe } from './papers/decision-title.ts'
export type {
  BusinessesOfPerson,
  BusinessLook,
  BusinessRegister,
  LicensingPorts,
  OwnBusinesses,
} from './ports.ts'
export { findContact } from './queries/contact.ts'
export { checkCodeOf } from './rules/application/check-code.ts'
export type { CaseVerdict } from './rules/checks/bars-of-case.ts'
export { ruleVersion } from './rules/checks/basis.ts'
export type { CheckPolicy } from './rules/checks/facts.ts'
export { licensingPolicyOf } from './rules/policy.ts'
export { insertMandate as seedMandate } from './store/mandates.ts'
export { hasPastFiles } from './store/past-files.ts'
export {
  saveHolds as seedHolds,
  savePersonBars,
  saveSiteChecks as seedSiteChecks,
  saveSuspensions as seedSuspensions,
} from './store.ts'
