import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { FigureGroup } from './group.ts'

/** 处罚决定公示: what was put before the public, and what had to be taken back. */
export const penalties: FigureGroup = {
  code: 'penalties',
  name: { zh: '处罚公示', en: 'Published penalties' },
  owner: { zh: '专卖执法', en: 'Enforcement' },
  sources: ['cases.published_publication'],
  opens: 'case',
  readers: allow.staff('inspector', 'head', 'legal'),
  rows: ({ from, to, town }) => sql`
    select p.case_no as ref, p.area_code, p.violation as label, p.published_on, p.withdrawn_on from cases.published_publication p
    where (p.published_on between ${from}::date and ${to}::date or p.withdrawn_on between ${from}::date and ${to}::date)
      ${town ? sql`and left(p.area_code, 9) = ${town}` : sql``}`,
  figures: [
    {
      ...{
        code: 'penaltiesPublished',
        name: { zh: '公示的处罚决定', en: 'Penalties published' },
        unit: 'cases',
        aggregate: 'count',
        period: 'span',
      },
      formula: {
        zh: '本期第一次公示的处罚决定数，以后撤回的也计入。',
        en: 'Decisions first published in the period, those withdrawn later too.',
      },
      basis: [cite('CF', 48)],
      day: sql`r.published_on`,
      value: () => sql`1`,
    },
    {
      ...{
        code: 'penaltiesWithdrawn',
        name: { zh: '撤回公示的决定', en: 'Publications withdrawn' },
        unit: 'cases',
        aggregate: 'count',
        period: 'span',
      },
      formula: {
        zh: '本期因决定被变更、撤销、确认违法或者无效而撤回公示的决定数。',
        en: 'Decisions withdrawn from publication in the period because they were altered, revoked or found void.',
      },
      better: 'down',
      basis: [cite('CF', 48)],
      day: sql`r.withdrawn_on`,
      value: () => sql`1`,
    },
  ],
}
