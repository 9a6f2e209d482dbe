import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { refusals } from './refusals.ts'
import { schoolBindings } from './routes/schools.ts'
import { bindings } from './routes.ts'

/** 零售户登记: who sells where, and what stands around. */
export const createRegistry = (): Module =>
  defineModule({ name: 'registry', routes: [...bindings, ...schoolBindings], refusals, jobs, schedules })

export { addRetailer } from './actions/add-retailer.ts'
export { importAreas } from './actions/import-areas.ts'
export { importRetailers } from './actions/import-retailers.ts'
export { importSchools } from './actions/import-schools.ts'
export { importServicePoints } from './actions/import-service-points.ts'
export { noteFace } from './actions/note-face.ts'
export { noteLicence, noteLicences } from './actions/note-licence.ts'
export { joinWalks, recordWalk } from './actions/record-walk.ts'
export { setPhone } from './actions/set-phone.ts'
export {
  findHolderOfPhone,
  findPhoneOfPerson,
  findRetailer,
  listByOperator,
  listRetailers,
  liveOfPhone,
  othersAtAddress,
  othersOfOperator,
  type RenewalFacts,
  type RetailerFacts,
  renewalFacts,
} from './facts.ts'

export { listLivingHoldings } from './holdings.ts'
export { parseAreasCsv } from './imports/area-csv.ts'
export type { ImportReport } from './imports/report.ts'
export { parseRetailersCsv, type RetailerCsvRow } from './imports/retailer-csv.ts'
export { parseSchoolsCsv } from './imports/school-csv.ts'
export { parseServicePointsCsv } from './imports/service-point-csv.ts'
export { listTowns, placeFacts } from './place-facts.ts'
export { schoolLimits } from './policy.ts'
export {
  listShopsNearSchools,
  type ShopNearSchool,
  schoolSurroundingsOf,
} from './queries/surroundings.ts'
export { listGates } from './queries/walks.ts'
