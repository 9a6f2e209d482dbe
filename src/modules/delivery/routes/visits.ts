import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { takeOfficeStep } from '../actions/office-step.ts'
import { settingOf } from '../actions/setting.ts'
import { book, cancelBooking, cancelVisit, finishBooking, makeVisit } from '../actions/visits.ts'
import { routes } from '../contract.ts'
import { findItem, listOwnItems } from '../queries/items.ts'
import { listOwnBookings, listVisits, readVisit } from '../queries/visits.ts'
import { codeFrom } from '../rules/hand-over-code.ts'
import { itemStateLabels } from '../rules/item/moves.ts'
import { isOpenState } from '../rules/item/open.ts'

/** 日历与本人: village days, helper hours, bookings, and what the retailer sees of all this. */
export const visitRoutes: readonly RouteBinding[] = [
  bind(routes.listVisits, async ({ query, read }) =>
    ok({ items: await read(tx => listVisits(tx, query.from, query.to)) }),
  ),

  bind(routes.makeVisit, ask =>
    ask.act({ action: 'delivery.makeVisit', subject: ask.body.areaCode }, async tx => {
      const made = await makeVisit(tx, ask.body, { by: ask.actor, at: ask.at })
      if (!made.ok) return made
      const view = await readVisit(tx, made.value)
      return view ? ok(view) : refuse('visitUnknown')
    }),
  ),

  bind(routes.cancelVisit, ask =>
    ask.act({ action: 'delivery.cancelVisit', subject: ask.params.id, reason: ask.body.reason }, async tx => {
      const done = await cancelVisit(tx, ask.params.id)
      if (!done.ok) return done
      const view = await readVisit(tx, done.value)
      return view ? ok(view) : refuse('visitUnknown')
    }),
  ),

  bind(routes.book, ask =>
    ask.act({ action: 'delivery.book', subject: ask.params.id }, async tx => {
      const { params, body, actor, at, services } = ask
      const made = await book(tx, { visitId: params.id, ...body }, { by: actor, at }, settingOf(services, at.today))
      return made.ok ? ok({ bookingId: made.value }) : made
    }),
  ),

  bind(routes.cancelBooking, ask =>
    ask.act({ action: 'delivery.cancelBooking', subject: ask.params.id }, tx => cancelBooking(tx, ask.params.id)),
  ),

  bind(routes.finishBooking, ask =>
    ask.act({ action: 'delivery.finishBooking', subject: ask.params.id }, tx =>
      finishBooking(tx, ask.params.id, ask.body.talk, { by: ask.actor, at: ask.at }),
    ),
  ),

  bind(routes.mine, async ({ actor, at, services, read }) => {
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    const { policy } = settingOf(services, at.today)
    const until = at.today.add({ days: policy.bookingAheadDays }).toString()
    return read(async tx => {
      const items = await listOwnItems(tx, actor.personIndex)
      return ok({
        items: items.map(item => ({
          itemNo: item.itemNo,
          stateLabel: itemStateLabels[item.state].zh,
          stateLabelEn: itemStateLabels[item.state].en,
          shopName: item.shopName,
          serveBy: item.serveBy,
          code: isOpenState(item.state) ? codeFrom(services.keyring.blindIndex('delivery.code', item.itemNo)) : null,
          receiptId: item.receiptId,
        })),
        visits: (await listVisits(tx, at.today.toString(), until)).filter(visit => visit.state === 'open'),
        bookings: await listOwnBookings(tx, actor.personIndex),
      })
    })
  }),

  bind(routes.confirmElectronic, ask =>
    ask.act({ action: 'delivery.confirmElectronic', subject: ask.params.itemNo }, async tx => {
      const { params, actor, at, services } = ask
      const item = await findItem(tx, params.itemNo)
      if (!item) return refuse('itemUnknown')
      const step = {
        ...params,
        event: 'confirm',
        version: item.version,
        note: '',
        by: actor,
        byName: '本人在线确认',
        at,
      }
      const done = await takeOfficeStep(tx, step, settingOf(services, at.today))
      return done.ok ? ok(undefined) : done
    }),
  ),
]
