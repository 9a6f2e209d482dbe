import { cellToLatLng } from 'h3-js'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HotspotsView } from '../contract.ts'
import { townNames } from './alerts.ts'

/** 热点 of the last look. Cells and counts only, so every reader of the board sees the whole county. */
export async function findHotspotsView(tx: Tx): Promise<HotspotsView | null> {
  const { rows } = await sql<{ day: string; at: string; report: Kept }>`
    select day, at, report from monitoring.hotspots`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const names = await townNames(tx)
  const { places, drift, ...report } = row.report
  return {
    ...report,
    day: row.day,
    at: row.at,
    places: places.map(place => {
      const [lat, lng] = cellToLatLng(place.cell)
      return { ...place, lng, lat, town: names.get(place.town ?? '') ?? null }
    }),
    drift: { ...drift, towns: drift.towns.map(one => ({ ...one, name: names.get(one.town) ?? null })) },
  }
}

type Drift = HotspotsView['drift']
type Kept = Omit<HotspotsView, 'day' | 'at' | 'places' | 'drift'> & {
  readonly places: readonly (Omit<HotspotsView['places'][number], 'lng' | 'lat' | 'town'> & {
    readonly town?: string
  })[]
  readonly drift: Omit<Drift, 'towns'> & { readonly towns: readonly Omit<Drift['towns'][number], 'name'>[] }
}
