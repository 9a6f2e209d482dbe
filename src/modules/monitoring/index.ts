import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { keepFeedEngine } from './lake/feed-engine.ts'
import { monitoringRefusals } from './refusals.ts'
import { routesWith } from './routes.ts'

/** 市场监测: the lake of orders and movements, the indicators, the alerts and their board. */
export const createMonitoring = (): Module =>
  defineModule({
    name: 'monitoring',
    routes: routesWith(keepFeedEngine()),
    refusals: monitoringRefusals,
    jobs,
    schedules,
  })

export { learnModel } from './actions/learn-model.ts'
export { moveModel } from './actions/move-model.ts'
export { judgeByVisit, triageAlert } from './actions/triage-alert.ts'
export { alertRaised, alertTriaged } from './events.ts'
export { type Engine, openEngine } from './lake/engine.ts'
export { importLakeFile } from './lake/import.ts'
export { noteCartonFinds } from './lake/note-finds.ts'
export { noteVisit } from './lake/note-visit.ts'
export { orderDaysOf } from './lake/order-days.ts'
export { type ModelPolicy, modelPolicyOf } from './model/policy.ts'
export { type BacktestReport, backtestFile, rankFiles } from './model/rank-files.ts'
export { modelRefusals } from './model/refusals.ts'
export { monitoringPolicy } from './policy.ts'
export { readTies } from './queries/alert-ties.ts'
export { sayReasons } from './queries/alerts.ts'
export { monitoringRefusals } from './refusals.ts'
export { monitoringPolicyOf } from './rules/policy.ts'
export { scoreWaybills, transportPolicy } from './transport/index.ts'
export { moreScorers } from './watch/more.ts'
export { runWatch } from './watch/run.ts'
