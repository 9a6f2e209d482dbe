import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { bind, type RouteBinding } from '#platform/module'
import { takeFieldAct } from '../actions/field/take-field-act.ts'
import { settingOf } from '../actions/setting.ts'
import { type FieldAct, routes } from '../contract.ts'
import { findItem } from '../queries/items.ts'
import { listFieldRounds } from '../queries/rounds.ts'
import { findHeldAct, listHeldActs } from '../queries/visits.ts'
import { itemStateLabels } from '../rules/item/moves.ts'
import { deliveryFiles } from '../store/files.ts'
import { insertHeldAct, settleHeldAct } from '../store/held-acts.ts'
import { nameOfActor } from './items.ts'

/** 外勤: the courier's day, the acts at the doors, and what did not fit. */
export const fieldRoutes: readonly RouteBinding[] = [
  // Telephones of the day's retailers leave the house here: on record.
  bind(routes.myRounds, ask =>
    ask.act({ action: 'delivery.loadRounds' }, async tx => {
      const { actor, at, services } = ask
      if (actor.kind !== 'staff') return refuse('notPermitted')
      const day = at.today.toString()
      return ok({ day, rounds: await listFieldRounds(tx, { courierId: actor.staffId, day }, services.keyring) })
    }),
  ),

  bind(routes.fieldAct, async ask => {
    const { actor, body, at, services } = ask
    if (actor.kind !== 'staff') return refuse('notPermitted')
    const byName = await nameOfActor(ask)
    const files = await deliveryFiles(services.config)
    return ask.act({ action: `delivery.${body.kind}`, subject: body.itemNo }, async tx => {
      const setting = { ...settingOf(services, at.today), files }
      const done = await takeFieldAct(tx, { act: body, by: actor, byName, at }, setting)
      if (!done.ok) return done
      const { itemNo, state } = done.value.item
      const { zh, en } = itemStateLabels[state]
      return ok({ itemNo, state, stateLabel: zh, stateLabelEn: en, receiptNo: done.value.receiptNo })
    })
  }),

  // Whatever a courier did is kept, even where the rules did not take it.
  bind(routes.holdAct, ask =>
    ask.act({ action: 'delivery.holdAct', subject: ask.body.act.itemNo }, async tx => {
      const { actor, body, at, services } = ask
      const item = await findItem(tx, body.act.itemNo)
      if (!item) return refuse('itemUnknown')
      const id = randomId()
      await insertHeldAct(tx, {
        id,
        areaCode: item.areaCode,
        itemNo: item.itemNo,
        kind: body.act.kind,
        why: body.why,
        sealed: services.keyring.sealField(JSON.stringify(body.act)),
        by: actorLabel(actor),
        capturedAt: readTime(body.act.capturedAt) ?? at.instant.toString(),
        heldAt: at.instant.toString(),
      })
      return ok({ id })
    }),
  ),

  bind(routes.listHeldActs, async ({ read }) => ok({ items: await read(listHeldActs) })),

  bind(routes.openHeldAct, ask =>
    ask.act({ action: 'delivery.openHeldAct', subject: ask.params.id }, async tx => {
      const sealed = await findHeldAct(tx, ask.params.id)
      return sealed === undefined
        ? refuse('notFound')
        : ok({ act: JSON.parse(ask.services.keyring.openField(sealed)) as FieldAct })
    }),
  ),

  bind(routes.settleHeldAct, ask =>
    ask.act({ action: 'delivery.settleHeldAct', subject: ask.params.id }, async tx => {
      const by = { by: actorLabel(ask.actor), at: ask.at.instant.toString(), note: ask.body.note }
      return (await settleHeldAct(tx, ask.params.id, by)) ? ok(undefined) : refuse('notFound')
    }),
  ),
]

function readTime(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString()
  } catch {
    return undefined
  }
}
