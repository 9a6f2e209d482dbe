export { calendarRoutes, InspectionCalendar } from './contract/calendar.ts'
export { DayRoutes, dayRouteRoutes } from './contract/day-route.ts'
export { DrawRoom, drawRoutes, PublicDraw } from './contract/draw.ts'
export { HeldVisitAct, heldRoutes } from './contract/held.ts'
export { TaskBoard, TaskDetail, TaskView, taskRoutes } from './contract/task.ts'
export { FieldDay, FieldTask, VisitView, visitRoutes } from './contract/visit.ts'
export type { DrawFile } from './rules/draw/manifest.ts'
export { drawStateLabels, outcomeLabels } from './rules/draw/room.ts'
export { commitmentOf } from './rules/draw/seed.ts'
export { type DrawVerdict, verifyDrawFile } from './rules/draw/verify-file.ts'
export { turns } from './rules/task/first.ts'
export { taskKinds, taskStateLabels } from './rules/task/moves.ts'
export { type CheckCode, checks, reasons } from './rules/task/reasons.ts'
export { VisitAct } from './rules/visit/act.ts'
export { type CodeVerdict, codeVerdictLabels, isFoundElsewhere, judgeCode } from './rules/visit/codes.ts'
export {
  contentText,
  type FieldValue,
  foldContent,
  shortCode,
  type VisitContent,
} from './rules/visit/content.ts'
export { applied, decideAct, noVisit, type VisitFacts } from './rules/visit/decide.ts'
export { type Missing, missingFor } from './rules/visit/finish.ts'
export { visitStateLabels } from './rules/visit/moves.ts'
