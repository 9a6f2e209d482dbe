import type { Static } from 'typebox'
import { type AreaView, licenceStates, type routes as registry } from '#contract/registry'
import type { LicenceState, MapFilters } from './filters.ts'

export type MapPoints = Static<(typeof registry)['mapPoints']['reply']>
type Shop = MapPoints['shops'][number]

export interface Features {
  readonly type: 'FeatureCollection'
  readonly features: {
    readonly type: 'Feature'
    readonly geometry: { readonly type: 'Point'; readonly coordinates: [number, number] }
    readonly properties: Readonly<Record<string, string | number>>
  }[]
}

export const collection = <T extends { lng: number; lat: number }>(
  rows: readonly T[],
  properties: (row: T) => Readonly<Record<string, string | number>>,
): Features => ({
  type: 'FeatureCollection',
  features: rows.map(row => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [row.lng, row.lat] },
    properties: properties(row),
  })),
})

/** A state that this page does not know is drawn as cancelled: grey and crossed, never as a valid shop. */
export const knownState = (state: string): LicenceState => licenceStates.find(known => known === state) ?? 'cancelled'

/** Codes are built like an address: a village begins with its town. */
export function filterShops(shops: readonly Shop[], { state, town }: MapFilters): Shop[] {
  return shops.filter(
    shop =>
      (state === undefined || knownState(shop.state) === state) &&
      (town === undefined || (shop.areaCode?.startsWith(town) ?? false)),
  )
}

export function countByState(shops: readonly Shop[]): [LicenceState, number][] {
  const counts = Map.groupBy(shops, shop => knownState(shop.state))
  return licenceStates.flatMap(state => {
    const count = counts.get(state)?.length ?? 0
    return count === 0 ? [] : [[state, count] as [LicenceState, number]]
  })
}

export const shopFeatures = (shops: readonly Shop[]): Features =>
  collection(shops, shop => ({ opens: shop.licenceNo, name: shop.name, state: knownState(shop.state) }))

export const gateFeatures = (gates: MapPoints['gates']): Features =>
  collection(gates, gate => ({ name: `${gate.school} ${gate.gate}` }))

export const servicePointFeatures = (points: MapPoints['servicePoints']): Features =>
  collection(points, point => ({ name: point.name, kind: point.kind }))

export const townFeatures = (towns: readonly AreaView[]): Features =>
  collection(
    towns.flatMap(town => (town.position === null ? [] : [{ ...town.position, name: town.name }])),
    town => ({ name: town.name }),
  )

/** The box around all points, with a margin for one point alone; undefined without points. */
export function boundsOf(
  points: readonly { lng: number; lat: number }[],
): [number, number, number, number] | undefined {
  if (points.length === 0) return undefined
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const { lng, lat } of points) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  const margin = 0.005
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]
}
