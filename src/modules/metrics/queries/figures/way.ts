import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { Figure, FigureGroup } from './group.ts'
import { applicationsIn } from './service.ts'

const distance = {
  period: 'span',
  day: sql`r.received_on`,
  unit: 'metres',
  aggregate: 'median',
  better: 'down',
  basis: { zh: '报道中的说法；算法为设计', en: 'Named in the articles; the formula is design' },
} as const

const figures: readonly Figure[] = [
  {
    ...{
      ...distance,
      code: 'usedMetres',
      name: { zh: '到实际使用的服务点', en: 'To the point used' },
    },
    formula: {
      zh: '经营场所到办件所用终端或窗口的直线距离，取中位数。手机上办的不计。',
      en: 'Straight line from the shop to the terminal or window used, median. Telephones are not counted.',
    },
    value: () => sql`r.used_metres`,
  },
  {
    ...{
      ...distance,
      code: 'hallMetres',
      name: { zh: '到城里窗口（从前的路）', en: 'To the hall in town (the way before)' },
    },
    formula: {
      zh: '经营场所到最近政务服务大厅的直线距离，取中位数：没有村级终端时要走的路。',
      en: 'Straight line from the shop to the nearest hall, median: the way without village terminals.',
    },
    value: () => sql`r.hall_metres`,
  },
]

/** 办件的路: how far the applicants had it, and would have had it before. */
export const way: FigureGroup = {
  code: 'way',
  name: { zh: '办件的路', en: 'Ways' },
  owner: { zh: '许可服务', en: 'Licence services' },
  sources: [
    'licensing.published_application',
    'registry.published_retailer',
    'registry.published_service_point',
    'access.published_terminal',
  ],
  opens: 'application',
  readers: allow.anyStaff,
  rows: search => sql`
    select a.application_no as ref, a.area_code, a.service as label, a.received_on, reach.hall_metres,
      case when a.channel = 'window' then reach.hall_metres
        when p.code is not null then metrics.metres(reach.lng, reach.lat, p.lng, p.lat) end as used_metres
    from licensing.published_application a
    left join metrics.shop_reach reach on reach.licence_no = a.licence_no
    left join access.published_terminal t on t.id::text = a.terminal_id
    left join registry.published_service_point p on p.code = t.code
    where ${applicationsIn(search)}`,
  figures,
}
