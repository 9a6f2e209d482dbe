import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import { gateDistance, type SchoolLimits, type SchoolSurroundings, schoolSurroundings } from '#kernel/school-distance'
import type { Tx } from '#platform/database'
import { counts, findDoor, listGates, listWalks, type SchoolGate, type WalkRow } from './walks.ts'

export interface Surroundings extends SchoolSurroundings<SchoolGate> {
  /** All walks on record, the unsigned ones too; only signed ones decided. */
  readonly walks: readonly WalkRow[]
  /** False when no school was ever imported: then nothing here says anything. */
  readonly gatesOnRecord: boolean
}

/** 校园周边 of one door: of a shop on record, or of an application (新办) whose walks have its number. */
export async function schoolSurroundingsOf(
  tx: Tx,
  of: { readonly licenceNo: string } | { readonly applicationNo: string; readonly door: Position | null },
  limits: SchoolLimits,
): Promise<Surroundings> {
  const isShop = 'licenceNo' in of
  const door = isShop ? ((await findDoor(tx, of.licenceNo))?.door ?? null) : of.door
  const walks = await listWalks(tx, isShop ? { licenceNo: of.licenceNo } : { applicationNo: of.applicationNo })
  const gates = await listGates(tx)
  const found = schoolSurroundings(door, gates, walks.filter(counts), limits)
  // The nearest gate is shown even where it does not matter: 附近没有 and 最近300米 are different answers.
  const shown = found.gates.length > 0 ? found.gates : nearestOf(door, gates, limits)
  return { verdict: found.verdict, gates: shown, walks, gatesOnRecord: gates.length > 0 }
}

function nearestOf(door: Position | null, gates: readonly SchoolGate[], limits: SchoolLimits) {
  if (door === null) return []
  const all = gates.map(gate => gateDistance(door, gate, [], limits))
  return all.toSorted((a, b) => (a.line?.metres ?? 0) - (b.line?.metres ?? 0)).slice(0, 1)
}

/** A live shop that has something to do with a school gate. */
export interface ShopNearSchool extends SchoolSurroundings<SchoolGate> {
  readonly licenceNo: string
  readonly shopName: string
  readonly areaCode: string
  readonly town: string
  readonly address: string
  readonly licenceState: string
  readonly licensedOn: string
  readonly validTo: string
  readonly position: Position | null
  /** The first day on which a signed walk showed it inside. */
  readonly insideSince: string | null
}

/** 校园周边的店, also those measured and found outside, whatever became of the licence since; `only` asks for one. */
export async function listShopsNearSchools(
  tx: Tx,
  limits: SchoolLimits,
  only?: string,
): Promise<readonly ShopNearSchool[]> {
  const gates = await listGates(tx)
  const walks = Map.groupBy(
    (await listWalks(tx, only === undefined ? {} : { licenceNo: only })).filter(counts),
    walk => walk.licenceNo,
  )
  const { rows } = await sql<Omit<ShopNearSchool, 'verdict' | 'gates' | 'insideSince'>>`
    select r.licence_no, r.shop_name, r.area_code, coalesce(town.name, '') as town, p.address, r.licence_state, r.licensed_on, r.valid_to,
      case when p.lng is null then null else jsonb_build_object('lng', p.lng, 'lat', p.lat) end as position
    from registry.retailer r join registry.premises p on p.retailer_id = r.id
    left join registry.area town on town.code = left(r.area_code, 9)
    where ${only ?? null}::text is null or r.licence_no = ${only ?? null} order by r.licence_no`.execute(tx)
  return rows.flatMap(shop => {
    const own = walks.get(shop.licenceNo) ?? []
    const near = gates.filter(
      gate => isNeighbour(shop.position, gate) || own.some(walk => walk.schoolId === gate.schoolId),
    )
    const found = schoolSurroundings(shop.position, near, own, limits)
    const inside = own.filter(walk =>
      found.gates.some(
        ({ gate, walk: metres, limit }) =>
          gate.schoolId === walk.schoolId &&
          gate.gate === walk.gate &&
          metres !== null &&
          metres < limit &&
          walk.metres < limit,
      ),
    )
    const insideSince = inside.map(walk => walk.measuredOn).toSorted()[0] ?? null
    return found.gates.length === 0 ? [] : [{ ...shop, ...found, insideSince }]
  })
}

/** Within about 1 km: no layout rule reaches as far, and it spares thousands of great circles. */
const isNeighbour = (door: Position | null, gate: Position): boolean =>
  door !== null && Math.abs(door.lat - gate.lat) < 0.01 && Math.abs(door.lng - gate.lng) < 0.01
