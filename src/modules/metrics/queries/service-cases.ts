import { type RawBuilder, sql } from 'kysely'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { Period } from '../rules/figure.ts'
import { type ServiceCase, type ServiceCaseRow, type ServicePoint, serviceCaseOf } from '../rules/service-case.ts'

export interface ServiceSearch extends Period {
  readonly town?: string | undefined
  readonly service?: string | undefined
  readonly channel?: string | undefined
}

/** Every case received or decided in the period, within the reader's areas: two queries, whatever the number of figures. */
export async function listServiceCases(
  tx: Tx,
  search: ServiceSearch,
  calendar: HolidayCalendar,
): Promise<readonly ServiceCase[]> {
  const points = await sql<ServicePoint>`select code, kind, lng, lat from registry.published_service_point`.execute(tx)
  const { rows } = await sql<ServiceCaseRow>`
    select a.application_no, a.service, a.channel, a.area_code, a.started_at, a.captured_at, a.received_on, a.accepted_on,
      a.decided_on, a.decide_by, a.decided_as, a.assisted, a.corrected,
      exists (select from delivery.published_item i where i.application_no = a.application_no and i.state = 'collected')
        as collected,
      case when r.lng is null then null else jsonb_build_object('lng', r.lng, 'lat', r.lat) end as shop,
      t.code as point_code
    from licensing.published_application a
    left join registry.published_retailer r on r.licence_no = a.licence_no
    left join access.published_terminal t on t.id::text = a.terminal_id
    where ${conditions(search)}
    order by a.received_on desc, a.application_no desc`.execute(tx)
  return rows.map(row => serviceCaseOf(row, { points: points.rows, calendar }))
}

function conditions({ from, to, town, service, channel }: ServiceSearch): RawBuilder<unknown> {
  const parts = [
    sql`(a.received_on between ${from}::date and ${to}::date or a.decided_on between ${from}::date and ${to}::date)`,
  ]
  if (town) parts.push(sql`left(a.area_code, ${town.length}) = ${town}`)
  if (service) parts.push(sql`a.service = ${service}`)
  if (channel) parts.push(sql`a.channel = ${channel}`)
  return sql.join(parts, sql` and `)
}
