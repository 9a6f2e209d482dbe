/** The only SQL that changes the schema of licensing; locks before writes. */
export {
  type ApplicationChange,
  type ApplicationRecord,
  lockApplication,
  noteEvent,
  saveClock,
  saveStep,
} from './store/applications.ts'
export { countAssisted, countAssistedWithPhone } from './store/assistance.ts'
export { type Decision, findProposal, type Proposal, saveDecision, saveProposal } from './store/decisions.ts'
export { importRows, saveHolds, saveSiteChecks, saveSuspensions } from './store/imports.ts'
export {
  type Circumstances,
  type GrantedLicence,
  getCircumstances,
  type LicenceRow,
  lockLicence,
  saveGrant,
  saveLicenceState,
} from './store/licences.ts'
export { saveNewLicence, takeLicenceSerial } from './store/new-licences.ts'
export { savePersonBars } from './store/person-bars.ts'
export { type FileEvent, type RuleRun, type Submission, saveSubmission } from './store/submissions.ts'
