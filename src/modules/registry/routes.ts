import { ok, refuse } from '#kernel/refusal'
import { bind } from '#platform/module'
import { deliveryRoutes, type MapAreas, routes } from './contract.ts'
import { listBookings, listDeliveries } from './queries/deliveries.ts'
import * as queries from './queries.ts'
import { mapCells } from './rules/map-cells.ts'

const listAreas = bind(routes.listAreas, async ask => ok({ items: await ask.read(queries.listAreas) }))

const listRetailers = bind(routes.listRetailers, async ask =>
  ok(await ask.read(tx => queries.listRetailers(tx, ask.query))),
)

/** Opening the page of one retailer is a look at personal data: it stands in the audit ledger. */
const getRetailer = bind(routes.getRetailer, ask =>
  ask.act({ action: 'registry.readRetailer', subject: ask.params.licenceNo }, async tx => {
    const retailer = await queries.findRetailerView(tx, ask.params.licenceNo)
    return retailer === undefined ? refuse('retailerNotFound') : ok(retailer)
  }),
)

const deliveriesOfShop = bind(deliveryRoutes.deliveriesOfShop, async ask =>
  ask.read(async tx =>
    ok({
      items: await listDeliveries(tx, ask.params.licenceNo),
      bookings: await listBookings(tx, ask.params.licenceNo),
    }),
  ),
)

const mapPoints = bind(routes.mapPoints, async ask => ok(await ask.read(queries.mapPoints)))

const mapAreas = bind(routes.mapAreas, async ask => {
  const areas = await ask.read(queries.listAreas)
  const centres = areas.flatMap(({ code, name, kind, position }) =>
    kind === 'town' && position !== null ? [{ code, name, ...position }] : [],
  )
  return ok(geoJson(centres))
})

function geoJson(centres: Parameters<typeof mapCells>[0]): MapAreas {
  const features = mapCells(centres).map(({ ring, code, name, lng, lat }) => ({
    type: 'Feature' as const,
    properties: { code, name, lng, lat },
    geometry: { type: 'Polygon' as const, coordinates: [ring.map(([x, y]) => [x, y])] },
  }))
  return { type: 'FeatureCollection', note: '示意范围，不是行政界线。', features }
}

const nearestServicePoints = bind(routes.nearestServicePoints, async ask =>
  ok({ items: await ask.read(tx => queries.nearestServicePoints(tx, ask.query)) }),
)

export const bindings = [
  listAreas,
  listRetailers,
  getRetailer,
  deliveriesOfShop,
  mapPoints,
  mapAreas,
  nearestServicePoints,
] as const
