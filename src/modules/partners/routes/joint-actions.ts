import { ok, type Result, refuse } from '#kernel/refusal'
import { markStream } from '#platform/mark-stream'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { unnamedIn } from '../actions/leave-unnamed.ts'
import { evaluateAction, linkResult, moveAction, movePhase } from '../actions/move-action.ts'
import { changePlan, planAction } from '../actions/plan-action.ts'
import { type ActionDetail, actionRoutes as routes } from '../contract.ts'
import { actionMark, findAction, listActions } from '../queries/joint-actions.ts'
import { listChoices, listColleagues } from '../queries/people.ts'
import { staffHand } from './staff-hand.ts'

const detailOf = (ask: Pick<Ask, 'actor' | 'at' | 'read'>, id: string): Promise<Result<ActionDetail>> =>
  ask.read(async tx => {
    const found = await findAction(tx, id, staffHand(ask).by)
    return found ? ok(found) : refuse('actionUnknown')
  })

/** 联合行动 */
export const actionBindings: readonly RouteBinding[] = [
  bind(routes.listActions, async ({ read, query }) => ok({ items: await read(tx => listActions(tx, query)) })),

  bind(routes.choices, ({ read }) =>
    read(async tx => {
      const agencies = (await listChoices(tx)).map(({ id, name, contacts }) => ({ id, name, contacts: [...contacts] }))
      return ok({ agencies, staff: [...(await listColleagues(tx))] })
    }),
  ),

  bind(routes.planAction, async ask => {
    // What an action is about stands in no ledger before it is released: the line names the kind alone.
    const done = await ask.act({ action: 'partners.planAction', details: { kind: ask.body.kind } }, tx =>
      planAction(tx, ask.body, staffHand(ask)),
    )
    return done.ok ? detailOf(ask, done.value.id) : done
  }),

  bind(routes.changePlan, async ask => {
    const { params, body } = ask
    // The reason stands with its version, not in the ledger: it may tell of a place before the release.
    const done = await ask.act({ action: 'partners.changePlan', subject: params.id }, tx =>
      changePlan(tx, { id: params.id, ...body }, staffHand(ask)),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.action, ask => detailOf(ask, ask.params.id)),

  bind(routes.streamAction, async ({ params, read, http }) => {
    if ((await read(tx => actionMark(tx, params.id))) === '') return refuse('actionUnknown')
    http.reply.type('text/event-stream; charset=utf-8')
    return ok(markStream(() => read(tx => actionMark(tx, params.id))))
  }),

  bind(routes.moveAction, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: `partners.${body.event}Action`, subject: params.id, reason: body.note }, tx =>
      unnamedIn(tx, { of: params.id }, [body.note], ask.services.keyring, () =>
        moveAction(tx, { id: params.id, ...body }, staffHand(ask)),
      ),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.movePhase, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: `partners.${body.move}Phase`, subject: params.id }, tx =>
      movePhase(tx, { ...params, ...body }, staffHand(ask)),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.linkResult, async ask => {
    const { params, body } = ask
    const { by, at } = staffHand(ask)
    const done = await ask.act({ action: 'partners.linkResult', subject: params.id, details: { ref: body.ref } }, tx =>
      unnamedIn(tx, { refs: [body.ref], of: params.id }, [body.words], ask.services.keyring, () =>
        linkResult(tx, { id: params.id, ...body }, { by, at, agencyId: null }),
      ),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),

  bind(routes.evaluateAction, async ask => {
    const { params, body } = ask
    const done = await ask.act({ action: 'partners.evaluateAction', subject: params.id }, tx =>
      unnamedIn(tx, { of: params.id }, [body.words], ask.services.keyring, () =>
        evaluateAction(tx, { id: params.id, ...body }, staffHand(ask)),
      ),
    )
    return done.ok ? detailOf(ask, params.id) : done
  }),
]
