import { ok, refuse } from '#kernel/refusal'
import type { Db } from '#platform/database'
import { bind, type RouteBinding } from '#platform/module'
import { joinEvent, planEvent, stepEvent } from '../actions/events/run-event.ts'
import { eventRoutes as routes } from '../contract/events.ts'
import { outreachPolicy } from '../policy.ts'
import {
  findEventByCode,
  listComing,
  listEvents,
  listHeld,
  listPast,
  listSchools,
  listShopPlaces,
} from '../queries/events.ts'
import { proposeEvents, reachByTown, unreachedOf } from '../rules/events/reach.ts'
import type { EventRecord } from '../store/events.ts'
import { listPictures } from '../store/pictures.ts'
import { pictureLine } from './pictures.ts'
import { writerOf } from './writer-of.ts'

const everything = { areas: 'all' } as const
const mostProposals = 10
const publicOf = ({ id, title, place, plannedOn, startsAt, state }: EventRecord) => ({
  id,
  title,
  place,
  plannedOn,
  startsAt,
  state,
})

const picturesOf = async (db: Db, events: readonly { readonly id: string }[]) =>
  Map.groupBy(
    await listPictures(
      db,
      'event',
      events.map(({ id }) => id),
    ),
    ({ aboutId }) => aboutId,
  )

/** 千人百场 */
export const eventBindings: readonly RouteBinding[] = [
  bind(routes.listEvents, async ({ services, actor }) => {
    const { db } = services.database
    const events = await listEvents(db)
    const pictures = await picturesOf(db, events)
    const items = events.map(event => ({
      ...event,
      pictures: (pictures.get(event.id) ?? []).map(picture => pictureLine(picture, actor)),
    }))
    return ok({ items })
  }),
  bind(routes.planEvent, ask =>
    ask.act({ action: 'outreach.planEvent', details: { kind: ask.body.kind, town: ask.body.town } }, tx =>
      planEvent(tx, ask.body, writerOf(ask)),
    ),
  ),
  bind(routes.stepEvent, ask =>
    ask.act({ action: 'outreach.stepEvent', subject: ask.params.id, details: { event: ask.body.event } }, tx =>
      stepEvent(tx, { id: ask.params.id, ...ask.body }, writerOf(ask)),
    ),
  ),
  // Where people were reached is a figure of the whole county; it names shops by place only.
  bind(routes.eventReach, async ({ read, at }) => {
    const { reachMetres, reachMonths } = outreachPolicy(at.today)
    const since = at.today.subtract({ months: reachMonths }).toString()
    const { shops, held } = await read(
      async tx => ({ shops: await listShopPlaces(tx), held: await listHeld(tx, since) }),
      everything,
    )
    const unreached = unreachedOf(shops, held, reachMetres)
    const address = new Map(shops.map(shop => [shop.licenceNo, shop.address]))
    const proposals = proposeEvents(unreached, reachMetres, mostProposals).map(({ at: licenceNo, ...proposal }) => ({
      ...proposal,
      address: `${address.get(licenceNo) ?? ''}附近`,
    }))
    const towns = [...reachByTown(shops, unreached)]
    return ok({ metres: reachMetres, months: reachMonths, towns, unreached: unreached.length, proposals })
  }),
  bind(routes.eventSchools, async ({ read, at }) =>
    ok({ items: [...(await read(tx => listSchools(tx, at.today.toString()), everything))] }),
  ),
  bind(routes.comingEvents, async ({ services, at }) => {
    const coming = await listComing(services.database.db, at.today.toString())
    return ok({ items: coming.map(publicOf) })
  }),
  bind(routes.heldEvents, async ({ services }) => {
    const { db } = services.database
    const events = await listPast(db)
    const pictures = await picturesOf(db, events)
    const shown = (id: string) => (pictures.get(id) ?? []).filter(({ state }) => state === 'released')
    return ok({
      items: events.map(event => ({ ...event, pictures: shown(event.id).map(({ id, alt }) => ({ id, alt })) })),
    })
  }),
  bind(routes.openEvent, async ({ services, params }) => {
    const event = await findEventByCode(services.database.db, params.code)
    return event ? ok(publicOf(event)) : refuse('eventUnknown')
  }),
  bind(routes.joinEvent, ask =>
    ask.act({ action: 'outreach.joinEvent', subject: ask.params.code }, tx =>
      joinEvent(tx, { ...ask.params, ...ask.body }, ask.at),
    ),
  ),
]
