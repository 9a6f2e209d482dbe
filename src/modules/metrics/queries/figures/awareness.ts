import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { FigureGroup } from './group.ts'

/**
 * 知晓率: the share of right answers in designed samples, never of volunteers. Read from outreach's view of surveys (one row a survey of one
 * town: `ref`, `area_code`, `ended_on`, `share`) once it is there; until then it is said that nobody was asked.
 */
export const awareness: FigureGroup = {
  code: 'awareness',
  name: { zh: '普法', en: 'Outreach' },
  owner: { zh: '法制宣传', en: 'Outreach' },
  sources: ['outreach.published_awareness'],
  opens: 'survey',
  readers: allow.anyStaff,
  waitsFor: { view: 'outreach.published_awareness', say: { zh: '尚无调查', en: 'No survey yet' } },
  rows: ({ from, to, town }) => sql`
    select s.ref, s.area_code, s.ref as label, s.ended_on, s.share from outreach.published_awareness s
    where s.ended_on between ${from}::date and ${to}::date ${town ? sql`and left(s.area_code, 9) = ${town}` : sql``}`,
  figures: [
    {
      ...{
        code: 'awareness',
        name: { zh: '知晓率', en: 'Awareness' },
        unit: 'share',
        aggregate: 'share',
        period: 'span',
      },
      formula: {
        zh: '抽样调查中答对的比例，多次调查取平均。自愿作答的不计。样本量和误差见调查本身。',
        en: 'Share of right answers in sample surveys, averaged over surveys. Volunteers are not counted.',
      },
      better: 'up',
      basis: { zh: '领域参考第九章（设计）', en: 'Domain reference 9 (design)' },
      day: sql`r.ended_on`,
      value: () => sql`r.share`,
    },
  ],
}
