import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { Figure, FigureGroup } from './group.ts'

const basis = { zh: '领域参考第九章（设计）', en: 'Domain reference 9 (design)' }
const judged = { period: 'span', day: sql`r.judged_on`, unit: 'share', aggregate: 'share', basis } as const

const figures: readonly Figure[] = [
  {
    ...{
      code: 'alerts',
      name: { zh: '市场预警', en: 'Alerts raised' },
      unit: 'pieces',
      aggregate: 'count',
      period: 'span',
    },
    formula: { zh: '本期新发出的预警条数。', en: 'Alerts raised in the period.' },
    basis,
    day: sql`r.raised_on`,
    value: () => sql`1`,
  },
  {
    ...{ ...judged, code: 'hitRate', name: { zh: '预警属实率', en: 'Hit rate' }, better: 'up' },
    formula: { zh: '研判为属实的预警 ÷ 本期研判的预警。', en: 'Judged true ÷ judged in the period.' },
    value: () => sql`(r.state = 'true')::int`,
  },
  {
    ...{ ...judged, code: 'falseAlarmRate', name: { zh: '误报率', en: 'False alarms' }, better: 'down' },
    formula: { zh: '研判为误报的预警 ÷ 本期研判的预警。', en: 'Judged unfounded ÷ judged in the period.' },
    value: () => sql`(r.state = 'false')::int`,
  },
]

export const alerts: FigureGroup = {
  code: 'alerts',
  name: { zh: '市场预警', en: 'Alerts' },
  owner: { zh: '情报研判', en: 'Analysis' },
  sources: ['monitoring.published_alert'],
  opens: 'alert',
  readers: allow.staff('analyst', 'inspector', 'head'),
  rows: ({ from, to, town }) => sql`
    select * from (
      select a.id::text as ref, a.area_code, a.kind as label, a.state, (a.raised_at at time zone 'Asia/Shanghai')::date as raised_on,
        case when a.state in ('true', 'false', 'unclear') then (a.triaged_at at time zone 'Asia/Shanghai')::date end as judged_on
      from monitoring.published_alert a where true ${town ? sql`and left(a.area_code, 9) = ${town}` : sql``}) one
    where raised_on between ${from}::date and ${to}::date or judged_on between ${from}::date and ${to}::date`,
  figures,
}
