import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { giveTask, takeTaskStep } from '../actions/give-task.ts'
import { unnamedIn } from '../actions/leave-unnamed.ts'
import { type ResponseFigures, taskRoutes as routes, type TaskView } from '../contract.ts'
import { cooperationPolicy } from '../cooperation-policy.ts'
import { listChoices } from '../queries/people.ts'
import { listTimed, listTimedItems, listTook } from '../queries/response.ts'
import { listTasks } from '../queries/tasks.ts'
import { responseBy, responseOf, type Timed } from '../rules/measures/response.ts'
import { sixfoldOf } from '../rules/measures/sixfold.ts'
import { staffHand } from './staff-hand.ts'

const oneTask = (ask: Pick<Ask, 'at' | 'read'>, id: string): Promise<Result<TaskView>> =>
  ask.read(async tx => {
    const [task] = await listTasks(tx, ask.at.today.toString(), { id })
    return task ? ok(task) : refuse('partnerTaskUnknown')
  })

const sinceOf = ({ at: { today } }: Pick<Ask, 'at'>, asked: string | undefined): string =>
  asked ?? today.subtract({ days: cooperationPolicy(today).measuredDays }).toString()

/** All of them, by agency and by town, each group under its name. */
function groupsOf(rows: Awaited<ReturnType<typeof listTimed>>): ResponseFigures['items'] {
  const names = new Map(rows.flatMap(row => [[row.agencyId, row.agency] as const, [row.townCode, row.town] as const]))
  const named = (keyOf: (row: Timed) => string | null) =>
    responseBy(rows, keyOf).map(group => ({ ...group, name: names.get(group.key) ?? group.key }))
  return {
    all: responseOf(rows),
    agencies: named(({ agencyId }) => agencyId),
    towns: named(({ townCode }) => townCode),
  }
}

/** 协作任务、响应时效、六位一体 */
export const taskBindings: readonly RouteBinding[] = [
  bind(routes.listTasks, async ask => {
    const { agency, ...query } = ask.query
    const agencies = agency === undefined ? {} : { agencies: agency.split(',') }
    const items = await ask.read(tx => listTasks(tx, ask.at.today.toString(), { ...query, ...agencies }))
    return ok({ items: [...items] })
  }),

  bind(routes.giveTask, async ask => {
    const { body, services } = ask
    const done = await ask.act({ action: 'partners.giveTask', subject: body.aboutRef }, tx =>
      unnamedIn(tx, { refs: [body.aboutRef] }, [body.words], services.keyring, () =>
        giveTask(tx, { ...body, staffId: null }, { source: 'direct', sourceRef: null, ...staffHand(ask) }),
      ),
    )
    return done.ok ? oneTask(ask, done.value.id) : done
  }),

  bind(routes.stepTask, async ask => {
    const { params, body, at } = ask
    const { staffId, by } = staffHand(ask)
    const done = await ask.act({ action: `partners.${body.event}Task`, subject: params.id, reason: body.words }, tx =>
      unnamedIn(tx, { of: params.id }, [body.words], ask.services.keyring, () =>
        takeTaskStep(tx, { id: params.id, ...body, toldAt: at.instant.toString() }, { side: { staffId }, by, at }),
      ),
    )
    return done.ok ? oneTask(ask, params.id) : done
  }),

  bind(routes.responseFigures, ask => {
    const since = sinceOf(ask, ask.query.since)
    return ask.read(async tx => {
      const tasks = await listTimed(tx, since, ask.at.today.toString())
      const items = await listTimedItems(tx, since, ask.at.instant.toString())
      return ok({ since, ...groupsOf(tasks), items: groupsOf(items) })
    })
  }),

  bind(routes.sixfold, async ask => {
    const since = sinceOf(ask, ask.query.since)
    const members = await ask.read(async tx =>
      sixfoldOf(cooperationPolicy(ask.at.today).sixfold, await listChoices(tx), {
        timed: await listTimed(tx, since, ask.at.today.toString()),
        took: await listTook(tx, since),
      }),
    )
    return ok({
      since,
      members: members.map(({ kinds: _kinds, agencies, ...one }) => ({ ...one, agencies: [...agencies] })),
    })
  }),
]
