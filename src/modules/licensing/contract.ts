/** HTTP shapes of licensing (许可服务): what can be asked. Values are imported by the front ends; types are inferred. */

export { type AutomaticStop, automaticRoutes } from './contract/automatic.ts'
export {
  type DocumentLine,
  type DocumentList,
  type DocumentMatter,
  type DocumentView,
  fileDocumentRoutes,
  myDocumentRoutes,
  partBytes,
  windowDocumentRoutes,
} from './contract/documents.ts'
export {
  type Draft,
  type DraftRow,
  draftRoutes,
  type SaveDraft,
  type SavedDraft,
} from './contract/drafts.ts'
export { type GuideDays, guideRoutes } from './contract/guide-days.ts'
export {
  agentDocumentRoutes,
  agentRoutes,
  type MandateView,
  mandateRoutes,
  windowAgentDocumentRoutes,
  windowAgentRoutes,
} from './contract/mandates.ts'
export { type PersonBar, personBarRoutes } from './contract/person-bars.ts'
export { type OpenProceeding, type Proceeding, type Proceedings, proceedingRoutes } from './contract/proceedings.ts'
export { type Progress, progressRoutes } from './contract/progress.ts'
export { type FollowUp, type RatingFigure, ratingRoutes } from './contract/rating.ts'
export { routes } from './contract/routes.ts'
export type {
  ApplicationDetail,
  ApplicationRow,
  CheckResult,
  Deliver,
  Finding,
  LicenceCard,
  OfficerStep,
  Outcome,
  PrintTicket,
  ServiceSheet,
  SubmitApplication,
  Verification,
} from './contract/shapes.ts'
export * as shapes from './contract/shapes.ts'
export {
  type SiteCheckAct,
  type SiteCheckRecord,
  type SiteCheckTask,
  type SiteCheckView,
  siteCheckRoutes,
} from './contract/site-checks.ts'
export { type SpotCheck, type SpotChecks, type SpotFigure, spotCheckRoutes } from './contract/spot-checks.ts'
export { terminalPrintsRoute } from './contract/terminal-prints.ts'
export { type WindowVisit, windowRoutes } from './contract/window.ts'
export { windowPrintRoutes } from './contract/window-prints.ts'
export {
  type PartyAnswer,
  type PartyRelation,
  type PartyWay,
  partyAnswers,
  partyRelations,
  partyWays,
} from './rules/application/interest.ts'
/** The very rules of the server, for the screen before anything is submitted; they are pure and need no `Temporal`. */
export { decideService } from './rules/checks/decide.ts'
export { type BarKind, barKinds } from './rules/checks/facts.ts'
export { holdLabels } from './rules/checks/hold-words.ts'
export { type DocumentKind, documentNeeds, documents } from './rules/documents/needs.ts'
export { draftCodeLetters, parseDraftCode, spokenDraftCode } from './rules/draft/draft-code.ts'
export { groundFields } from './rules/proceeding/ground.ts'
export {
  type FollowUpOutcome,
  followUpOutcomes,
  type Grade,
  gradeLabels,
  grades,
  isBad,
  type RatingReason,
  ratingReasons,
  reasonsFor,
} from './rules/rating/grades.ts'
export { givesNewFace } from './rules/services/grant.ts'
export { creditCodeIn } from './rules/services/new-shop.ts'
export { worstAccuracyMetres } from './rules/services/place-text.ts'
export {
  type Answers,
  answersToSend,
  askedOf,
  chosen,
  type Known,
  type KnownBusiness,
  likelyOf,
  type Option,
  type Question,
  withLikely,
} from './rules/services/question.ts'
export { readAnswers } from './rules/services/read-answers.ts'
export { requestFacts } from './rules/services/request-facts.ts'
export {
  type Channel,
  type ServiceCode,
  serviceCodes,
} from './rules/services/service.ts'
export { services } from './rules/services/table.ts'
export { errorOf, type NearGate, type NearShop } from './rules/site-check/distances.ts'
export {
  type SiteCheckAnswer,
  type SiteCheckItemCode,
  siteCheckAnswers,
  siteCheckItemCodes,
  siteCheckItems,
} from './rules/site-check/items.ts'
export { checklistItems } from './rules/spot-check/review.ts'
