import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { inspectionLaw } from './law.ts'
import type { InspectionPorts } from './ports.ts'
import { inspectionRefusals } from './refusals.ts'
import { calendarBindings } from './routes/calendar.ts'
import { drawBindings } from './routes/draws.ts'
import { heldBindings } from './routes/held.ts'
import { taskBindings } from './routes/tasks.ts'
import { visitBindings } from './routes/visits.ts'

/** 检查: 双随机 draws from the lists to the published outcomes; tasks that the machine proposes and a person sends; visits with their record. */
export const createInspection = (ports: InspectionPorts): Module =>
  defineModule({
    name: 'inspection',
    routes: [...drawBindings, ...taskBindings, ...calendarBindings, ...visitBindings(ports), ...heldBindings],
    refusals: inspectionRefusals,
    law: inspectionLaw,
    jobs,
    schedules,
  })

export { noteCreditClass } from './actions/note-credit-class.ts'
export { type PastDraw, seedPastDraw } from './actions/past-draw.ts'
export { type PastFinding, type PastVisit, seedPastVisits } from './actions/past-visits.ts'
export { proposeFollowUp, proposeTask } from './actions/propose-task.ts'
export { raiseCalendar } from './actions/raise-calendar.ts'
export { raiseRegular } from './actions/raise-regular.ts'
export { approveTask, rejectProposals } from './actions/run-task.ts'
export { cartonsFound, findingMade, taskSettled } from './events.ts'
export type { InspectionPorts } from './ports.ts'
export { settingOn as inspectionSettingOn } from './routes/tasks.ts'
export type { DrawManifest } from './rules/draw/manifest.ts'
export { draw } from './rules/draw/select.ts'
export { verifyDraw } from './rules/draw/verify.ts'
export { inspectionPolicyOf } from './rules/policy.ts'
export { daySearch } from './rules/route/day.ts'
export { type RouteProblem, wayMatrix } from './rules/route/problem.ts'
export { searchRoutes } from './rules/route/search.ts'
