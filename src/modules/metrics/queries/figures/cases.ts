import { sql } from 'kysely'
import { allow } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { Figure, FigureGroup } from './group.ts'

const readers = allow.staff('inspector', 'head', 'legal')
const owner = { zh: '专卖执法', en: 'Enforcement' }
const filed = { period: 'span', day: sql`r.filed_on` } as const
const found = { period: 'span', day: sql`r.opened_on` } as const

const figures: readonly Figure[] = [
  {
    ...{ ...filed, code: 'casesFiled', name: { zh: '立案数', en: 'Cases filed' }, unit: 'cases', aggregate: 'count' },
    formula: { zh: '本期立案的案件数。', en: 'Cases filed in the period.' },
    basis: [cite('CF', 54)],
    value: () => sql`1`,
  },
  {
    ...{
      ...found,
      code: 'caseSticks',
      name: { zh: '查获卷烟', en: 'Sticks seized' },
      unit: 'sticks',
      aggregate: 'sum',
    },
    formula: {
      zh: '本期发现的案件中，涉案物品台账登记的卷烟和雪茄烟支数之和。',
      en: 'Cigarettes and cigars in the ledger of goods of the cases opened in the period.',
    },
    basis: [cite('JS', 4)],
    value: () => sql`r.sticks`,
  },
  {
    ...{ ...found, code: 'caseValue', name: { zh: '案值', en: 'Value of goods' }, unit: 'fen', aggregate: 'sum' },
    formula: {
      zh: '本期发现的案件中涉案物品的货值之和：先按查清的价格，再按查获地省级局的价格表。没有价格的不计，不估。',
      en: 'Value of the goods of the cases opened in the period: the proven price, else the list of the province. What has no price is left out.',
    },
    basis: [cite('JS', 4)],
    value: () => sql`r.value_fen`,
  },
]

/** 案件 by the day of filing, with what the ledger of goods says. */
export const cases: FigureGroup = {
  code: 'cases',
  name: { zh: '案件', en: 'Cases' },
  owner,
  sources: ['cases.published_case'],
  opens: 'case',
  readers,
  rows: ({ from, to, town }) => sql`
    select c.no as ref, c.area_code, coalesce(c.violation, c.origin) as label, c.opened_on, c.filed_on, c.sticks, c.value_fen
    from cases.published_case c
    where (c.filed_on between ${from}::date and ${to}::date or c.opened_on between ${from}::date and ${to}::date) ${town ? sql`and left(c.area_code, 9) = ${town}` : sql``}`,
  figures,
}

/** 网络案件: cases that the bureau's rule classed as such when their facts were entered. */
export const networkCases: FigureGroup = {
  code: 'networkCases',
  name: { zh: '网络案件', en: 'Network cases' },
  owner,
  sources: ['cases.published_network_case'],
  opens: 'case',
  readers,
  rows: ({ from, to, town }) => sql`
    select c.no as ref, c.area_code, c.class as label, c.filed_on from cases.published_network_case c
    where c.filed_on between ${from}::date and ${to}::date ${town ? sql`and left(c.area_code, 9) = ${town}` : sql``}`,
  figures: [
    {
      ...{
        ...filed,
        code: 'networkCases',
        name: { zh: '网络案件', en: 'Network cases' },
        unit: 'cases',
        aggregate: 'count',
      },
      formula: {
        zh: '本期立案、按本局参数认定为网络案件的案件数。国标和省标的数值没有找到，由本局确认。',
        en: 'Cases filed in the period and classed as network cases by policy. The numbers of the State standard were not found.',
      },
      basis: { zh: '领域参考 8.6（设计）', en: 'Domain reference 8.6 (design)' },
      value: () => sql`1`,
    },
  ],
}
