import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { bind, type RouteBinding } from '#platform/module'
import { heldRoutes as routes, type VisitAct } from '../contract.ts'
import { findPlan } from '../queries/field-day.ts'
import { findHeldAct, insertHeldAct, listHeldActs, settleHeldAct } from '../store/held-acts.ts'

/** 外勤检查冲突: whatever an officer did is kept, even where the rules did not take it. */
export const heldBindings: readonly RouteBinding[] = [
  bind(routes.holdVisitAct, ask =>
    ask.act({ action: 'inspection.holdAct', subject: ask.body.act.taskId }, async tx => {
      const { actor, body, at, services } = ask
      const plan = await findPlan(tx, body.act.taskId)
      if (!plan) return refuse('taskUnknown')
      const id = randomId()
      await insertHeldAct(tx, {
        id,
        taskId: body.act.taskId,
        areaCode: plan.areaCode,
        kind: body.act.kind,
        why: body.why,
        sealed: services.keyring.sealField(JSON.stringify(body.act)),
        by: actorLabel(actor),
        at: at.instant.toString(),
      })
      return ok({ id })
    }),
  ),

  bind(routes.listHeldVisitActs, async ({ read }) => ok({ items: [...(await read(listHeldActs))] })),

  bind(routes.openHeldVisitAct, ask =>
    ask.act({ action: 'inspection.openHeldAct', subject: ask.params.id }, async tx => {
      const sealed = await findHeldAct(tx, ask.params.id)
      return sealed === undefined
        ? refuse('notFound')
        : ok({ act: JSON.parse(ask.services.keyring.openField(sealed)) as VisitAct })
    }),
  ),

  bind(routes.settleHeldVisitAct, ask =>
    ask.act({ action: 'inspection.settleHeldAct', subject: ask.params.id, reason: ask.body.note }, async tx => {
      const by = { by: actorLabel(ask.actor), at: ask.at.instant.toString(), note: ask.body.note }
      return (await settleHeldAct(tx, ask.params.id, by)) ? ok(undefined) : refuse('notFound')
    }),
  ),
]
