import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { FigureGroup } from './group.ts'

/** 送达: when the paper reached its person. */
export const delivery: FigureGroup = {
  code: 'delivery',
  name: { zh: '送达', en: 'Delivery' },
  owner: { zh: '许可服务', en: 'Licence services' },
  sources: ['delivery.published_item'],
  opens: 'delivery',
  readers: allow.staff('window', 'head', 'courier'),
  rows: ({ from, to, town }) => sql`
    select i.item_no as ref, i.area_code, i.service as label, i.mode, i.serve_by, i.served_on from delivery.published_item i
    where i.served_on between ${from}::date and ${to}::date ${town ? sql`and left(i.area_code, 9) = ${town}` : sql``}`,
  figures: [
    {
      ...{
        code: 'served',
        name: { zh: '送达量', en: 'Papers served' },
        unit: 'cases',
        aggregate: 'count',
        period: 'span',
      },
      formula: { zh: '本期送达的决定和证件数。', en: 'Decisions and licences served in the period.' },
      basis: [cite('XK', 44)],
      day: sql`r.served_on`,
      value: () => sql`1`,
    },
    {
      ...{
        code: 'servedOnTime',
        name: { zh: '送达准时率', en: 'Served on time' },
        unit: 'share',
        aggregate: 'share',
        period: 'span',
      },
      formula: {
        zh: '在法定送达期限当日或之前送达的件 ÷ 本期送达的件。',
        en: 'Served on or before the last day of the law ÷ served in the period.',
      },
      better: 'up',
      basis: [cite('XK', 44)],
      day: sql`r.served_on`,
      value: () => sql`(r.served_on <= r.serve_by)::int`,
    },
  ],
}
