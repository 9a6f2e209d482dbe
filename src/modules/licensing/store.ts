/** The only SQL that changes the schema of licensing; locks before writes. */
export {
  type ApplicationChange,
  type ApplicationRecord,
  lockApplication,
  noteEvent,
  saveClock,
  saveStep,
} from './store/applications.ts'
export { type Decision, findProposal, type Proposal, saveDecision, saveProposal } from './store/decisions.ts'
export { endHold, importRows, saveHolds, saveSiteChecks } from './store/imports.ts'
export {
  type Circumstances,
  getCircumstances,
  type LicenceRow,
  lockLicence,
  type RenewedLicence,
  saveLicenceState,
  saveRenewal,
} from './store/licences.ts'
export { type FileEvent, type RuleRun, type Submission, saveSubmission } from './store/submissions.ts'
