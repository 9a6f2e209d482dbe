export { ActionDetail, ActionRow, actionRoutes } from './contract/joint-actions.ts'
export { AgendaProposal, MeetingDetail, MeetingRow, meetingRoutes } from './contract/meetings.ts'
export {
  type AgencyList,
  agencyRoutes,
  type DeliveryView,
  type Given,
  itemRoutes,
  type ReachView,
  watchRoutes,
} from './contract/ours.ts'
export { CooperationAct, OwnAction, OwnDay, OwnMeeting, ownRoutes } from './contract/own-work.ts'
export type {
  AgencyView,
  AgreementView,
  DayLog,
  ItemDetail,
  ItemRow,
  ReconciledView,
  TheirItem,
  TheirRow,
} from './contract/shapes.ts'
export { ResponseFigures, SixfoldView, TaskView, taskRoutes } from './contract/tasks.ts'
export { partnerRoutes } from './contract/theirs.ts'
export { TipAsked, TipView, type ToldTip, tipRoutes } from './contract/tips.ts'
export type { Point } from './rules/action/decide.ts'
export {
  type ActionKind,
  actionKinds,
  actionMoves,
  actionStateLabels,
  type ResultKind,
  resultKinds,
  type Step,
  steps,
} from './rules/action/moves.ts'
export { type ActionPlan, planParts } from './rules/action/plan.ts'
export {
  type AgencyKind,
  agencyKinds,
  type Field,
  fields,
  type ItemKind,
  itemKinds,
} from './rules/agencies.ts'
export { type ItemEvent, itemStates, itemSteps } from './rules/item/moves.ts'
export { matterKinds } from './rules/meeting/agenda.ts'
export {
  type MeetingKind,
  meetingKinds,
  meetingMoves,
  meetingStateLabels,
} from './rules/meeting/moves.ts'
export {
  receiverEvents,
  type TaskState,
  taskMoves,
  taskSources,
  taskStateLabels,
} from './rules/task/moves.ts'
export { tipMatters, tipOutcomes } from './rules/tip.ts'
