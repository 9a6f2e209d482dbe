import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { FigureGroup } from './group.ts'

/** 刷卡办事: visits to a terminal with a card. A row is a visit and opens its terminal; who came is not among the columns. */
export const visits: FigureGroup = {
  code: 'visits',
  name: { zh: '刷卡办事', en: 'Visits with a card' },
  owner: { zh: '许可', en: 'Licensing' },
  sources: ['access.published_card_visit'],
  opens: 'terminal',
  readers: allow.anyStaff,
  waitsFor: { view: 'access.published_card_visit', say: { zh: '本期没有人刷卡办事', en: 'Nobody came with a card' } },
  rows: ({ from, to, town }) => sql`
    select v.terminal_id::text as ref, v.area_code, v.opened_on || ' ' || v.terminal_name as label, v.opened_on, v.elder
    from access.published_card_visit v
    where v.elder is not null and v.opened_on between ${from}::date and ${to}::date
      ${town ? sql`and left(v.area_code, 9) = ${town}` : sql``}`,
  figures: [
    {
      ...{
        code: 'elderShare',
        name: { zh: '老年占比', en: 'Visits by the elderly' },
        unit: 'share',
        aggregate: 'share',
        period: 'span',
      },
      formula: {
        zh: '在终端刷身份证办事的人次中六十周岁以上的比例。年龄由身份证当场算出，只记是或者不是，不记出生日期。',
        en: 'Share of visits with an identity card by people of 60 and over. The card tells it then and there; only yes or no is kept.',
      },
      basis: [cite('SA', 15)],
      day: sql`r.opened_on`,
      value: () => sql`r.elder::int`,
    },
  ],
}
