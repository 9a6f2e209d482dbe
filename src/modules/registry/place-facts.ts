import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import { type GateAround, gatesAround } from './gates-around.ts'
import { addressKey } from './rules/address-key.ts'
import { findAreaNames } from './store.ts'

/** What the register says of a place that has no licence yet (新办), whoever asks. Straight lines are hints, never findings. */
export interface PlaceFacts {
  /** The door on the map: as the asker says, else as the register has it of an earlier shop at the same address. */
  readonly position: Position | null
  readonly positionFrom: 'asker' | 'register' | 'nowhere'
  /** No walk is known of a place that has no licence yet. */
  readonly gates: readonly GateAround[]
  readonly gatesOnRecord: boolean
  /** Metres to the nearest live shop within 3 km; null = none so near, or no position. */
  readonly nearestShop: number | null
  readonly liveAtAddress: number
  readonly liveInTown: number
}

export interface AskedPlace {
  readonly address: string
  /** 9 digits. */
  readonly town: string
  readonly position: Position | null
}

type Row = Omit<PlaceFacts, 'positionFrom'>

/** 新办的场所: everything the layout rules (合理布局) ask of the register, in one round trip. */
export async function placeFacts(tx: Tx, { address, town, position }: AskedPlace): Promise<PlaceFacts> {
  const townName = (await findAreaNames(tx, [town])).get(town) ?? ''
  const key = addressKey(address, { townCode: town, townName })
  const { rows } = await sql<Row>`
    select case when here.lng is null then null else jsonb_build_object('lng', here.lng, 'lat', here.lat) end as position,
      ${gatesAround({ lng: sql`here.lng`, lat: sql`here.lat` })} as gates,
      exists (select from registry.school_gate) as gates_on_record,
      registry.nearest_live_shop(here.lng, here.lat) as nearest_shop,
      registry.live_at_address(${key}) as live_at_address, registry.live_in_town(${town}) as live_in_town
    from (select coalesce(${position?.lng ?? null}::double precision, known.lng) as lng,
      coalesce(${position?.lat ?? null}::double precision, known.lat) as lat
      from registry.place_of_address(${key}) known) here`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the register said nothing of the place')
  return { ...row, positionFrom: position ? 'asker' : row.position ? 'register' : 'nowhere' }
}

/** The towns (镇街) of a county, by code. */
export async function listTowns(
  tx: Tx,
  county: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from registry.area where kind = 'town' and left(code, 6) = ${county} order by code`.execute(tx)
  return rows
}
