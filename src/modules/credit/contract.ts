export { ClockList, FileDetail, FileList, FileRow, fileRoutes } from './contract/files.ts'
export { Criteria, GradeList, gradeRoutes, MyCredit, PublicModels, ShopCredit } from './contract/grades.ts'
export {
  SchoolBoard,
  SchoolCampaign,
  SchoolCase,
  SchoolPlace,
  SchoolShop,
  schoolCampaignRoutes,
} from './contract/school.ts'
export type { Field, Input } from './rules/file.ts'
export { type FileKind, isFileKind, kindCodes, ruleOf } from './rules/kinds.ts'
export { answers, exitWays, outCauses, type Standing, signings, standingLabels } from './rules/school/case-moves.ts'
export { type PlaceEvent, placeLabels, placeMoves, placeSources } from './rules/school/place-moves.ts'
