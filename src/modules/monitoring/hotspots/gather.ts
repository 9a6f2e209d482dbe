import { latLngToCell } from 'h3-js'
import { type Crs, type Position, toWgs84 } from '#kernel/position'
import type { Engine } from '../lake/engine.ts'
import { emptyTables } from '../transport/signals.ts'
import type { MarketEvent } from './event.ts'
import type { EventKind } from './policy.ts'

interface Row {
  readonly kind: EventKind
  readonly day: string
  readonly hour: number | null
  readonly area: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly crs: Crs | null
  readonly shop: string | null
}

interface Shop extends Position {
  readonly licence: string
  readonly area: string
}

export interface Gathered {
  readonly events: readonly MarketEvent[]
  /** Cells with a shop or an event: where something can happen at all. */
  readonly studyCells: ReadonlySet<string>
  /** How many shops stand in each cell. */
  readonly shops: ReadonlyMap<string, number>
  /** The town of each cell with a shop or an event. */
  readonly areas: ReadonlyMap<string, string>
  /** Events in other counties: goods of ours found elsewhere say nothing about where to stand here. */
  readonly outside: number
  readonly missing: readonly string[]
}

const sources = {
  cases: `select 'case' as kind, filed_at as t, area_code as area, lng, lat, crs, split_part(licence_nos, ';', 1) as shop from cases`,
  clues: `select 'clue' as kind, received_at as t, area_code as area, lng, lat, crs, split_part(licence_no, ';', 1) as shop from clues`,
  carton_finds: `select 'find' as kind, found_at as t, area_code as area, lng, lat, crs, null as shop from carton_finds`,
} as const

/**
 * Everything that happened up to the end of the day. A place comes from the row, else from its shop; a register that writes
 * midnight knows no hour. `alerts` names a relation `raised_at, area_code, licence_no`, where there is one.
 */
export async function gatherEvents(
  engine: Engine,
  asked: {
    readonly asOf: Temporal.PlainDate
    readonly resolution: number
    readonly county: string
    readonly alerts?: string
  },
): Promise<Gathered> {
  const missing = await emptyTables(engine, ['cases', 'clues', 'carton_finds', 'retailers'])
  const parts: string[] = Object.entries(sources).flatMap(([table, sql]) => (missing.includes(table) ? [] : [sql]))
  if (asked.alerts !== undefined)
    parts.push(
      `select 'alert' as kind, raised_at as t, area_code as area, null as lng, null as lat, null as crs, licence_no as shop from ${asked.alerts}`,
    )
  const until = `timestamptz '${asked.asOf.add({ days: 1 }).toString()} 00:00:00+08'`
  const rows =
    parts.length === 0
      ? []
      : await engine.rows<Row>(`select kind, strftime(t, '%Y-%m-%d') as day, case when strftime(t, '%H:%M:%S') = '00:00:00' then null else hour(t)::int end as hour,
          area, lng, lat, crs, shop from (${parts.join(' union all ')}) where t < ${until} order by all`)
  const shops = missing.includes('retailers')
    ? []
    : await engine.rows<Shop>(
        `select licence_no as licence, area_code as area, lng, lat from retailers where lng is not null and lat is not null order by licence_no`,
      )
  const byLicence = new Map(shops.map(shop => [shop.licence, shop]))
  const cellOf = ({ lng, lat }: Position) => latLngToCell(lat, lng, asked.resolution)
  const inside = rows.filter(({ area }) => area === null || area.startsWith(asked.county))
  const events = inside.map((row): MarketEvent => {
    const shop = row.shop === null ? undefined : byLicence.get(row.shop)
    const own =
      row.lng === null || row.lat === null ? undefined : toWgs84({ lng: row.lng, lat: row.lat }, row.crs ?? 'WGS84')
    const place = own ?? shop
    const area = (row.area?.length ?? 0) >= 9 ? row.area : shop?.area
    return {
      kind: row.kind,
      day: Temporal.PlainDate.from(row.day),
      hour: row.hour ?? undefined,
      cell: place === undefined ? undefined : cellOf(place),
      town: area === undefined || area === null || area.length < 9 ? undefined : area.slice(0, 9),
    }
  })
  const shopCells = new Map([...Map.groupBy(shops, cellOf)].map(([cell, here]) => [cell, here.length]))
  const studyCells = new Set([...shopCells.keys(), ...events.flatMap(({ cell }) => (cell === undefined ? [] : [cell]))])
  const areas = new Map<string, string>()
  for (const { cell, town } of events) if (cell !== undefined && town !== undefined) areas.set(cell, town)
  for (const shop of shops) if (shop.area.length >= 9) areas.set(cellOf(shop), shop.area.slice(0, 9))
  return { events, studyCells, shops: shopCells, areas, outside: rows.length - inside.length, missing }
}
