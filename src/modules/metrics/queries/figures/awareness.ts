import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import type { FigureGroup } from './group.ts'

/**
 * 知晓率: the share of right answers in designed samples that are closed and may be published, never of volunteers. Until there is one, it is
 * said that nobody was asked.
 */
export const awareness: FigureGroup = {
  code: 'awareness',
  name: { zh: '普法', en: 'Outreach' },
  owner: { zh: '法制宣传', en: 'Outreach' },
  sources: ['outreach.published_awareness'],
  opens: 'survey',
  readers: allow.anyStaff,
  waitsFor: { view: 'outreach.published_awareness', say: { zh: '本期没有调查', en: 'No survey in this period' } },
  // A survey speaks for the whole county: a town has none of its own.
  rows: ({ from, to, town }) => sql`
    select s.id::text as ref, '' as area_code, s.closed_on, s.share,
      s.title || '（' || s.answers || '份，' || round(100 * s.low::numeric, 1) || '%至' || round(100 * s.high::numeric, 1) || '%）' as label
    from outreach.published_awareness s
    where s.publishable and s.closed_on between ${from}::date and ${to}::date ${town ? sql`and false` : sql``}`,
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
        zh: '本期结束、按规则可以公布的抽样调查中答对的比例，多次调查取平均。自愿作答的不计。份数和区间见明细。',
        en: 'Share of right answers in the sample surveys that ended in the period and may be published, averaged over surveys. Volunteers are not counted; numbers and intervals stand in the rows.',
      },
      better: 'up',
      basis: { zh: '领域参考第九章（设计）', en: 'Domain reference 9 (design)' },
      day: sql`r.closed_on`,
      value: () => sql`r.share`,
    },
  ],
}
