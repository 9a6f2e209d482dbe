import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { makeProposal, type Setting } from '../actions/propose-task.ts'
import { reportFinding, settleTask } from '../actions/report-finding.ts'
import { approveTask, stepTask } from '../actions/run-task.ts'
import { taskRoutes as routes, type TaskBoard } from '../contract.ts'
import { inspectionPolicy } from '../policy.ts'
import { since, viewOf } from '../queries/task-view.ts'
import { listCandidates, listTaskEvents, listTasks } from '../queries/tasks.ts'
import { inHighSeason, isDayOff, whyNotOfficer } from '../rules/task/plan.ts'

/** The setting of a day in the running house. */
export const settingOn = (day: Temporal.PlainDate): Setting => ({
  policy: inspectionPolicy(day),
  calendar: chinaCalendar,
})

/** All of it, or what one draw, alert or period has asked for. */
async function boardOf(
  { at: { today }, read, actor }: Pick<Ask, 'at' | 'read' | 'actor'>,
  only: { readonly ref?: string; readonly licenceNo?: string; readonly since?: string } = {},
): Promise<Result<TaskBoard>> {
  const { policy, calendar } = settingOn(today)
  const rows = await read(tx => listTasks(tx, { ...since(today), ...only }))
  return ok({
    today: today.toString(),
    raised: isDayOff(today, calendar) || inHighSeason(today, policy.highSeasons),
    yearlyCap: policy.yearlyCap,
    items: rows.map(row => viewOf(row, actor, { policy, calendar })),
  })
}

/** 检查任务 */
export const taskBindings: readonly RouteBinding[] = [
  bind(routes.board, ask => boardOf(ask, ask.query)),

  // Of one shop: two years, so that a cycle is seen whole.
  bind(routes.tasksOfShop, ask =>
    boardOf(ask, { ...ask.params, since: ask.at.today.subtract({ years: 2 }).toString() }),
  ),

  bind(routes.task, ({ params, query, actor, at: { today }, read }) =>
    read(async tx => {
      const [row] = await listTasks(tx, { ...since(today), id: params.id })
      if (!row) return refuse('taskUnknown')
      const on = query.on ?? row.visitOn ?? today.toString()
      const visit = { on, areaCode: row.areaCode, perDay: inspectionPolicy(today).visitsPerDay }
      const candidates = (await listCandidates(tx, on, row.licenceNo)).map(officer => ({
        id: officer.id,
        name: officer.name,
        load: officer.load,
        whyNot: whyNotOfficer(officer, visit) ?? null,
      }))
      const setting = settingOn(today)
      const { yearlyCap } = setting.policy
      const events = [...(await listTaskEvents(tx, row.id))]
      return ok({ task: viewOf(row, actor, setting), today: today.toString(), yearlyCap, events, candidates })
    }),
  ),

  bind(routes.proposeByHand, async ask => {
    const { body, actor, at } = ask
    const done = await ask.act({ action: 'inspection.proposeTask', subject: body.licenceNo, reason: body.why }, tx =>
      makeProposal(tx, body, { source: 'person', ref: null, by: actorLabel(actor), at }, settingOn(at.today)),
    )
    return done.ok ? boardOf(ask) : done
  }),

  bind(routes.approveTask, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: 'inspection.approveTask', subject: params.id }, tx =>
      approveTask(tx, { id: params.id, ...body }, { by: actorLabel(actor), at }, settingOn(at.today)),
    )
    return done.ok ? boardOf(ask) : done
  }),

  bind(routes.stepTask, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: `inspection.${body.event}Task`, subject: params.id, reason: body.note }, tx =>
      stepTask(tx, { id: params.id, ...body }, { by: actorLabel(actor), at }),
    )
    return done.ok ? boardOf(ask) : done
  }),

  bind(routes.reportFinding, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: 'inspection.reportFinding', subject: params.id }, tx =>
      actor.kind === 'staff'
        ? reportFinding(tx, { id: params.id, ...body }, { by: actor, at })
        : Promise.resolve(refuse('notPermitted')),
    )
    return done.ok ? boardOf(ask) : done
  }),

  bind(routes.settleTask, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: 'inspection.settleTask', subject: params.id, reason: body.words }, tx =>
      settleTask(tx, { id: params.id, ...body }, { by: actorLabel(actor), at }),
    )
    return done.ok ? boardOf(ask) : done
  }),
]
