import { sql } from 'kysely'
import { maskName } from '#kernel/masking'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { PlannedRound } from '../actions/plan-round.ts'
import type { FieldRound, FieldStop, RoundPlan, RoundView, StopView } from '../contract.ts'

type RoundRow = RoundView['round']

const rows = sql`
  select r.id, r.area_code, r.day, r.courier_id, coalesce(c.name, '') as courier_name, r.state, r.metres, r.end_minute,
    (select count(*)::int from delivery.stop s where s.round_id = r.id) as stops,
    (select count(*)::int from delivery.stop s join delivery.item i on i.item_no = s.item_no
      where s.round_id = r.id and i.served_on is not null) as served
  from delivery.round r left join access.published_staff c on c.id = r.courier_id`

export async function listRounds(tx: Tx, from: string, to: string): Promise<RoundRow[]> {
  const found =
    await sql<RoundRow>`${rows} where r.day between ${from} and ${to} order by r.day, r.area_code, r.id`.execute(tx)
  return found.rows
}

/** 一条路线: its stops in order and what became of each. */
export async function readRound(tx: Tx, id: string): Promise<RoundView | undefined> {
  const round = (await sql<RoundRow>`${rows} where r.id = ${id}`.execute(tx)).rows[0]
  if (!round) return undefined
  const head = await sql<{ code: string; name: string; lng: number; lat: number; startMinute: number }>`
    select depot_code as code, depot_name as name, depot_lng as lng, depot_lat as lat, start_minute
    from delivery.round where id = ${id}`.execute(tx)
  const stops = await sql<StopView>`
    select s.item_no, s.seq, s.arrive_minute, s.opens_minute, s.closes_minute, s.late, i.shop_name, i.address,
      jsonb_build_object('lng', i.lng, 'lat', i.lat) as position, i.state
    from delivery.stop s join delivery.item i on i.item_no = s.item_no where s.round_id = ${id} order by s.seq`.execute(
    tx,
  )
  const [first] = head.rows
  if (!first) return undefined
  const { startMinute, ...depot } = first
  const lateCount = stops.rows.filter(stop => stop.late).length
  return { round, stops: stops.rows, depot, startMinute, endMinute: round.endMinute, metres: round.metres, lateCount }
}

/** The preview of a plan: the same shape as a saved round. */
export function planView({ items, calls, depot, startMinute, route }: PlannedRound): RoundPlan {
  return {
    depot: { code: depot.code, name: depot.name, lng: depot.lng, lat: depot.lat },
    startMinute,
    endMinute: Math.ceil(route.endMinute),
    metres: Math.round(route.metres),
    lateCount: route.lateCount,
    stops: route.stops.flatMap((stop, index) => {
      const [item, call] = [items.get(stop.id), calls.get(stop.id)]
      if (!item || !call) return []
      return [
        {
          itemNo: stop.id,
          seq: index + 1,
          arriveMinute: Math.round(stop.arrive),
          opensMinute: call.opens,
          closesMinute: call.closes,
          late: stop.late,
          shopName: item.shopName,
          address: item.address,
          position: call.at,
          state: item.state,
        },
      ]
    }),
  }
}

type FieldRow = Omit<FieldStop, 'operatorNameMasked' | 'phone'> & { operatorName: string; phoneSealed: string | null }

/** What the telephone of this courier keeps for the day. */
export async function listFieldRounds(
  tx: Tx,
  by: { courierId: string; day: string },
  keyring: Pick<Keyring, 'openField'>,
): Promise<FieldRound[]> {
  const rounds = await sql<Omit<FieldRound, 'stops'>>`
    select id, day, depot_name, start_minute, end_minute, metres, state from delivery.round
    where courier_id = ${by.courierId} and day = ${by.day} order by start_minute, id`.execute(tx)
  const list: FieldRound[] = []
  for (const round of rounds.rows) {
    const stops = await sql<FieldRow>`
      select s.item_no, s.seq, s.arrive_minute, s.late, i.shop_name, i.operator_name, i.address, i.phone_sealed,
        jsonb_build_object('lng', i.lng, 'lat', i.lat) as position, i.service, i.result, i.attempts, i.state,
        s.code_salt, s.code_hash
      from delivery.stop s join delivery.item i on i.item_no = s.item_no
      where s.round_id = ${round.id} and (i.round_id = ${round.id} or (i.round_id is null and i.state in ('absent', 'refused', 'waiting')))
      order by s.seq`.execute(tx)
    list.push({
      ...round,
      stops: stops.rows.map(({ operatorName, phoneSealed, ...stop }) => ({
        ...stop,
        operatorNameMasked: maskName(operatorName),
        phone: phoneSealed === null ? '' : keyring.openField(phoneSealed),
      })),
    })
  }
  return list
}

/** Whose round it is: the sheet is for its courier and the office. */
export async function courierOfRound(tx: Tx, id: string): Promise<string | undefined> {
  const found = await sql<{ courierId: string }>`select courier_id from delivery.round where id = ${id}`.execute(tx)
  return found.rows[0]?.courierId
}
