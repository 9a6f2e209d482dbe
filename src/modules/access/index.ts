import { defineModule, type Module } from '#platform/module'
import { jobsOf, schedules } from './jobs.ts'
import type { AccessPorts } from './ports.ts'
import { refusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

export { alarmOfClone, alarmOfHeldAct, alarmOfRevocation } from './actions/alarms.ts'
export { callHelpersOnDuty } from './actions/call-helpers.ts'
export { changeRoles, closeStaff, wakeStaff } from './actions/change-staff.ts'
export { describeFaceCheck } from './actions/check-face.ts'
export { describeCounterSession, findCounterPerson } from './actions/counter-session.ts'
export { createStaff } from './actions/create-staff.ts'
export { describeSession } from './actions/describe-session.ts'
export { findIdentityLevel, findProvenIdentity } from './actions/find-identity-level.ts'
export { stateInterest } from './actions/interests.ts'
export { listLooks } from './actions/list-looks.ts'
export { queueMessage, readMessageQueue, resendMessages } from './actions/messages.ts'
export { findConsent, recordConsent, withdrawConsent } from './actions/record-consent.ts'
export { tellOnDuty } from './actions/tell-on-duty.ts'
export { authenticate } from './authenticate.ts'
export { actHeld, helpCalled, terminalCloned, terminalRevoked } from './events.ts'
export type {
  AccessPorts,
  IdentityJourney,
  IdentityProof,
  MessageSender,
  Sent,
  UnifiedIdentity,
} from './ports.ts'
export { accessPolicyOf } from './rules/access-policy.ts'

export { agencyRequestText } from './rules/agency-request.ts'
export { minuteGate } from './rules/minute-gate.ts'
export { findHelper } from './store/presence.ts'

/** 谁在操作: citizens, staff, terminals, their sessions and consents. */
export const createAccess = (ports: AccessPorts): Module =>
  defineModule({ name: 'access', routes: routeBindings(ports), refusals, jobs: jobsOf(ports), schedules })
