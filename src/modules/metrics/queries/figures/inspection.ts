import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { Figure, FigureGroup } from './group.ts'

const visited = { period: 'span', day: sql`r.checked_on` } as const

const figures: readonly Figure[] = [
  {
    ...{ ...visited, code: 'visits', name: { zh: '检查户次', en: 'Visits' }, unit: 'times', aggregate: 'count' },
    formula: { zh: '本期有检查结果的现场检查次数。', en: 'Visits with a finding in the period.' },
    basis: [cite('TL', 47)],
    value: () => sql`1`,
  },
  {
    ...{
      ...visited,
      code: 'offHoursShare',
      name: { zh: '错时检查占比', en: 'Share off-hours' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: {
      zh: '安排在{opens}至{closes}以外、周末或节假日的检查 ÷ 检查户次。',
      en: 'Visits planned outside {opens}–{closes}, at weekends or in holidays ÷ visits.',
    },
    basis: { zh: '报道中的说法；时段为设计', en: 'Named in the articles; the hours are design' },
    value: () => sql`(r.hours = 'off')::int`,
  },
  {
    ...{
      ...visited,
      code: 'visitsOnTime',
      name: { zh: '检查按期率', en: 'Visits in time' },
      unit: 'share',
      aggregate: 'share',
    },
    formula: {
      zh: '在任务期限当日或之前完成的检查 ÷ 检查户次。',
      en: 'Visits made on or before the day of the task ÷ visits.',
    },
    better: 'up',
    basis: { zh: '设计', en: 'Design' },
    value: () => sql`(r.checked_on <= r.due_by)::int`,
  },
  {
    ...{
      ...visited,
      code: 'purity',
      name: { zh: '市场净化率', en: 'Market purity' },
      unit: 'share',
      aggregate: 'subjects',
    },
    formula: {
      zh: '没有查到非法卷烟（假冒、走私、非渠道）的被检查户 ÷ 本期被检查户。查到别户条码的卷烟，或者检查后转立案的，都算查到；没有找到人、已不经营的不计。行业没有公布统一算法，这是本系统的算法。',
      en: 'Checked shops without illegal cigarettes (fake, smuggled, other channel) ÷ checked shops. Cartons of another shop or a case that follows count as found; shops nobody was met at are left out. No formula was published: this is ours.',
    },
    better: 'up',
    basis: {
      zh: '领域参考第九章（设计）：没有找到公开算法',
      en: 'Domain reference 9 (design): no published formula was found',
    },
    subject: sql`r.licence_no`,
    value: () =>
      sql`case when r.outcome in ('unreachable', 'closedDown') then null else (r.outcome <> 'filed' and not r.foreign_cartons)::int end`,
  },
]

export const inspection: FigureGroup = {
  code: 'inspection',
  name: { zh: '市场检查', en: 'Inspection' },
  owner: { zh: '稽查', en: 'Inspection' },
  sources: ['inspection.published_check'],
  opens: 'task',
  readers: allow.staff('inspector', 'head', 'legal', 'analyst'),
  rows: ({ from, to, town }) => sql`
    select c.task_id as ref, c.area_code, c.kind as label, c.licence_no, c.outcome, c.checked_on, c.hours, c.due_by, c.foreign_cartons
    from inspection.published_check c
    where c.checked_on between ${from}::date and ${to}::date ${town ? sql`and left(c.area_code, 9) = ${town}` : sql``}`,
  figures,
}
