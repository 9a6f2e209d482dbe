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
import { countForce, listCandidates, listTaskEvents, listTasks, type TaskRow } from '../queries/tasks.ts'
import { lookFirst } from '../rules/task/first.ts'
import { inHighSeason, isDayOff, whyNotOfficer } from '../rules/task/plan.ts'

/** The setting of a day in the running house. */
export const settingOn = (day: Temporal.PlainDate): Setting => ({
  policy: inspectionPolicy(day),
  calendar: chinaCalendar,
})

type Asked = Pick<Ask, 'at' | 'read' | 'actor'>

/** What comes first with everything on its way; or all of it, or what one draw, alert or period has asked for. */
async function boardOf(
  { at: { today }, read, actor }: Asked,
  { ref, proposals }: { readonly ref?: string; readonly proposals?: 'all' } = {},
): Promise<Result<TaskBoard>> {
  const { policy, calendar } = settingOn(today)
  const { rows, able } = await read(async tx => ({
    rows: await listTasks(tx, { ...since(today), ...(ref === undefined ? {} : { ref }) }),
    able: await countForce(tx, today),
  }))
  const force = { ...able, perPair: policy.pairVisitsPerWeek }
  const waiting = rows.filter(({ state }) => state === 'proposed')
  const { yearlyCap } = policy
  const first = ref === undefined ? lookFirst(waiting, { force, yearlyCap, today }) : []
  const ahead = new Set(first.flatMap(({ ids }) => ids))
  const isBehind = ({ id, state }: TaskRow) => state === 'proposed' && !ahead.has(id)
  const items = ref === undefined && proposals === undefined ? rows.filter(row => !isBehind(row)) : rows
  return ok({
    today: today.toString(),
    raised: isDayOff(today, calendar) || inHighSeason(today, policy.highSeasons),
    yearlyCap,
    first: first.map(({ turn, ids }) => ({ turn, ids: [...ids] })),
    force,
    rest: rows.length - items.length,
    items: items.map(row => viewOf(row, actor, { policy, calendar })),
  })
}

/** 检查任务 */
export const taskBindings: readonly RouteBinding[] = [
  bind(routes.board, ask => boardOf(ask, ask.query)),

  // Of one shop: two years, so that a cycle is seen whole.
  bind(routes.tasksOfShop, async ({ params, at: { today }, read, actor }) => {
    const twoYears = { ...since(today), since: today.subtract({ years: 2 }).toString() }
    const rows = await read(tx => listTasks(tx, { ...twoYears, ...params }))
    return ok({ items: rows.map(row => viewOf(row, actor, settingOn(today))) })
  }),

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
