import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { DayRoutes } from '../contract/day-route.ts'
import type { HoursOfDay, InspectionPolicy } from '../rules/policy.ts'
import { type DaySetting, type DayStop, routeOfDay } from '../rules/route/day.ts'
import type { TaskKind } from '../rules/task/moves.ts'
import { isDayOff } from '../rules/task/plan.ts'

interface VisitRow {
  readonly taskId: string
  readonly licenceNo: string
  readonly shopName: string
  readonly town: string
  readonly kind: TaskKind
  readonly hours: 'office' | 'off'
  readonly dueBy: string
  readonly officerIds: readonly string[]
  readonly officers: readonly string[]
  readonly position: Position | null
}

/** Visits of a day that are sent and not yet over. */
async function listVisits(tx: Tx, day: string): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select t.id as task_id, t.licence_no, coalesce(r.shop_name, '') as shop_name, coalesce(a.name, '') as town, t.kind, t.hours, t.due_by,
      t.officers::text[] as officer_ids,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id = any(t.officers)), '{}') as officers,
      case when r.lng is null then null else jsonb_build_object('lng', r.lng, 'lat', r.lat) end as position
    from inspection.task t
    left join registry.published_retailer r on r.licence_no = t.licence_no
    left join registry.published_area a on a.code = left(t.area_code, 9)
    where t.visit_on = ${day} and t.state in ('assigned', 'visiting') order by t.id`.execute(tx)
  return rows
}

/** Where every day begins: the county's own point on the map, in the town of the bureau. */
async function findStart(tx: Tx): Promise<Position | undefined> {
  const { rows } = await sql<Position>`
    select lng, lat from registry.published_area where kind = 'county' and lng is not null order by code limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** 当日路线 of every pair: computed when it is asked for, so that a recalled or added task is in it at once. */
export async function readDayRoutes(
  tx: Tx,
  day: string,
  { policy, calendar }: { readonly policy: InspectionPolicy; readonly calendar: HolidayCalendar },
): Promise<DayRoutes> {
  const visits = await listVisits(tx, day)
  const start = (await findStart(tx)) ?? visits.find(({ position }) => position !== null)?.position
  const { kmh, visitMinutes, shopFrom, shopTo } = policy.route
  const { office } = policy
  const free = isDayOff(Temporal.PlainDate.from(day), calendar)
  const pairs = [...Map.groupBy(visits, ({ officerIds }) => officerIds.toSorted().join())].toSorted()
  return {
    day,
    pairs: pairs.map(([, own]) => {
      const isLate = own.some(({ hours }) => hours === 'off') || free
      const setting: DaySetting = {
        start: start ?? { lng: 0, lat: 0 },
        dayFrom: office.from,
        dayTo: isLate ? shopTo : office.to,
        visitMinutes,
        metresPerMinute: (kmh * 1000) / 60,
      }
      const stops = own.map(visit =>
        stopOf(visit, day, { free, office, from: Math.max(office.from, shopFrom), to: shopTo - visitMinutes }),
      )
      return pairOf(own, routeOfDay(stops, setting))
    }),
  }
}

interface ShopDay extends HoursOfDay {
  readonly free: boolean
  readonly office: HoursOfDay
}

function stopOf(visit: VisitRow, day: string, shop: ShopDay): DayStop {
  const { taskId, position, hours, kind, dueBy } = visit
  const off = hours === 'off' && !shop.free
  const urgent = (dueBy <= day ? 20 : 0) + (kind === 'report' || kind === 'followUp' ? 10 : 0)
  const close = hours === 'office' ? Math.min(shop.office.to, shop.to) : shop.to
  return { taskId, position, open: off ? shop.office.to : shop.from, close, priority: 10 + urgent }
}

function pairOf(own: readonly VisitRow[], route: ReturnType<typeof routeOfDay>): DayRoutes['pairs'][number] {
  const known = new Map(own.map(visit => [visit.taskId, visit]))
  const named = (id: string) => {
    const { taskId, licenceNo, shopName, town } = known.get(id) ?? { taskId: id, licenceNo: '', shopName: '', town: '' }
    return { taskId, licenceNo, shopName, town }
  }
  return {
    officers: [...(own[0]?.officers ?? [])],
    stops: route.stops.map(({ taskId, ...times }) => ({
      ...named(taskId),
      ...times,
      off: known.get(taskId)?.hours === 'off',
    })),
    back: route.back,
    left: [
      ...route.absent.map(id => ({ ...named(id), why: 'noTime' as const })),
      ...route.unplaced.map(id => ({ ...named(id), why: 'noPosition' as const })),
    ],
  }
}

/** The order of one officer's day, for the bundle of the telephone: tasks not named here come after, as they stand. */
export async function routeOrderOf(
  tx: Tx,
  staffId: string,
  day: string,
  setting: Parameters<typeof readDayRoutes>[2],
): Promise<readonly string[]> {
  const mine = new Set(
    (await listVisits(tx, day)).filter(visit => visit.officerIds.includes(staffId)).map(({ taskId }) => taskId),
  )
  const { pairs } = await readDayRoutes(tx, day, setting)
  const stops = pairs.flatMap(pair => pair.stops).filter(({ taskId }) => mine.has(taskId))
  return stops.toSorted((a, b) => a.begin - b.begin).map(({ taskId }) => taskId)
}
