import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { refusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

export { changeRoles, closeStaff, wakeStaff } from './actions/change-staff.ts'
export { createStaff } from './actions/create-staff.ts'
export { describeSession } from './actions/describe-session.ts'
export { findConsent, recordConsent, withdrawConsent } from './actions/record-consent.ts'
export { authenticate } from './authenticate.ts'
export { actHeld, helpCalled, terminalCloned, terminalRevoked } from './events.ts'

/** 谁在操作: citizens, staff, terminals, their sessions and consents. */
export const createAccess = (): Module =>
  defineModule({ name: 'access', routes: routeBindings, refusals, jobs, schedules })
