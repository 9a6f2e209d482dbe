import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { watchMeasures } from './rules/kinds/watch.ts'
import { fileKinds } from './rules/kinds.ts'
import { recordKinds } from './rules/records.ts'
import { holderLaw, placeLaw } from './rules/school/standing.ts'

const path = '/console/credit'
/** 信用与处置引用的法律. */
export const creditLaw = (): readonly LawUse[] => [
  ...Object.entries(fileKinds).flatMap(([kind, { zh, en, events }]) =>
    lawUsesOf({ at: `credit.${kind}`, kind: 'rule', rows: events, zh, en, path }),
  ),
  ...lawUsesOf({ at: 'credit.measures', kind: 'rule', rows: watchMeasures, zh: '分类处置', en: 'Measure', path }),
  ...lawUsesOf({ at: 'credit.records', kind: 'rule', rows: recordKinds, zh: '信用记录', en: 'Credit record', path }),
  ...lawUsesOf({
    ...{ at: 'credit.holders', kind: 'rule', rows: holderLaw, zh: '学校周边的持证户', en: 'Holders near a school' },
    path: '/console/schools',
  }),
  ...lawUsesOf({
    ...{ at: 'credit.places', kind: 'rule', rows: placeLaw, zh: '学校周边的无证售卖', en: 'Sale without a licence' },
    path: '/console/schools',
  }),
]
