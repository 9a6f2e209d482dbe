import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { Figure, FigureGroup } from './group.ts'

const figures: readonly Figure[] = [
  {
    ...{
      code: 'clues',
      name: { zh: '线索受理', en: 'Clues taken' },
      unit: 'pieces',
      aggregate: 'count',
      period: 'span',
    },
    formula: { zh: '本期受理的线索条数。', en: 'Clues taken in the period.' },
    basis: [cite('S93', 34)],
    day: sql`r.received_on`,
    value: () => sql`1`,
  },
  {
    ...{
      code: 'clueToCase',
      name: { zh: '线索成案率', en: 'Clues that became cases' },
      unit: 'share',
      aggregate: 'share',
      period: 'span',
    },
    formula: {
      zh: '转为立案的线索 ÷ 本期办结的线索。重复的线索不计。',
      en: 'Clues converted to filed cases ÷ clues closed in the period, without duplicates.',
    },
    better: 'up',
    basis: { zh: '领域参考第七章（设计）', en: 'Domain reference 7 (design)' },
    day: sql`r.closed_on`,
    value: () => sql`case when r.outcome <> 'duplicate' then (r.outcome = 'converted')::int end`,
  },
  {
    ...{
      code: 'clueOnTime',
      name: { zh: '线索按期核查率', en: 'Clues decided in time' },
      unit: 'share',
      aggregate: 'share',
      period: 'span',
    },
    formula: {
      zh: '在七日期限（或批准延长的期限）内决定是否立案的线索 ÷ 本期作出决定的线索。',
      en: 'Decided within the seven days (or the extended day) ÷ decided in the period.',
    },
    better: 'up',
    basis: [cite('S93', 33)],
    day: sql`r.decided_on`,
    value: () => sql`(r.decided_on <= r.due_on)::int`,
  },
]

export const clues: FigureGroup = {
  code: 'clues',
  name: { zh: '线索', en: 'Clues' },
  owner: { zh: '情报研判', en: 'Analysis' },
  sources: ['intelligence.published_clue'],
  opens: 'clue',
  readers: allow.staff('informantDesk', 'analyst', 'inspector', 'head', 'legal'),
  rows: ({ from, to, town }) => sql`
    select c.no as ref, c.area_code, c.matter as label, c.outcome, c.received_on, c.due_on, c.decided_on, c.closed_on
    from intelligence.published_clue c
    where (c.received_on between ${from}::date and ${to}::date or c.closed_on between ${from}::date and ${to}::date
      or c.decided_on between ${from}::date and ${to}::date) ${town ? sql`and left(c.area_code, 9) = ${town}` : sql``}`,
  figures,
}
