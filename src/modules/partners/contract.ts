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
  ContactView,
  DayLog,
  ItemDetail,
  ItemRow,
  ReconciledView,
  TheirItem,
  TheirRow,
} from './contract/shapes.ts'
export { ResponseFigures, SixfoldView, TaskView, taskRoutes } from './contract/tasks.ts'
export { partnerRoutes } from './contract/theirs.ts'
export { TipAsked, TipView, tipRoutes } from './contract/tips.ts'
export type { Point } from './rules/action/decide.ts'
export {
  type ActionEvent,
  type ActionKind,
  type ActionState,
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
export { type ItemEvent, type ItemState, itemStates, itemSteps } from './rules/item/moves.ts'
export { type MatterKind, matterKinds } from './rules/meeting/agenda.ts'
export {
  type MeetingKind,
  type MeetingState,
  meetingKinds,
  meetingMoves,
  meetingStateLabels,
} from './rules/meeting/moves.ts'
export {
  type ReceiverEvent,
  receiverEvents,
  type TaskSource,
  type TaskState,
  taskMoves,
  taskSources,
  taskStateLabels,
} from './rules/task/moves.ts'
export { type TipMatter, tipMatters } from './rules/tip.ts'
