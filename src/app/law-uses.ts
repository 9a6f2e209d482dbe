import { instruments } from '#kernel/citation'
import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { pageLaw } from '#kernel/page-law'
import { type LimitLaw, limitRules } from '#kernel/time-limits'
import type { Db } from '../platform/database.ts'
import type { Module } from '../platform/module.ts'
import { shippedEntries } from '../platform/policy.ts'

/** 引用总表 of what ships with the program: the tables of every domain, the words of its refusals, the bureau's values, the pages. */
export const shippedLawUses = (modules: readonly Pick<Module, 'name' | 'refusals' | 'law'>[]): readonly LawUse[] => [
  ...modules.flatMap(({ law }) => law?.() ?? []),
  ...modules.flatMap(({ name, refusals }) =>
    lawUsesOf({ at: `${name}.refusals`, kind: 'refusal', rows: refusals, zh: '答复', en: 'Answer' }),
  ),
  ...lawUsesOf({
    ...{ at: 'policy', kind: 'policy', rows: byKey(), zh: '参数', en: 'Value', path: '/console/policy' },
    name: (key, row) => ({ zh: (row as readonly { note: string }[])[0]?.note ?? key, en: key }),
  }),
  ...lawUsesOf({
    ...{ at: 'kernel.limits', kind: 'rule', rows: limitRules, zh: '期限的算法', en: 'How limits count' },
    name: law => ({ zh: `《${instruments[law as LimitLaw].title}》`, en: instruments[law as LimitLaw].titleEn }),
  }),
  ...Object.entries(pageLaw).flatMap(([key, page]) =>
    lawUsesOf({ at: 'pages', kind: 'page', rows: { [key]: page }, path: page.path }),
  ),
]

/** Every version of a value under its key: an article that one of them rests on matters to the value. */
const byKey = () => Object.fromEntries(Map.groupBy(shippedEntries(), ({ key }) => key))

/** The same with what is written while the house runs: values in the console, later quiz questions. */
export async function allLawUses(modules: readonly Module[], db: Db): Promise<readonly LawUse[]> {
  const rows = await Promise.all(modules.flatMap(({ lawInRows }) => lawInRows?.(db) ?? []))
  return [...shippedLawUses(modules), ...rows.flat()]
}
