import type { InstrumentCode } from '#kernel/citation'
import type { LawUse } from '#kernel/law-use'
import { type ArticleChange, compareVersions } from './compare-versions.ts'
import type { ParsedArticle } from './parse-statute.ts'

/** 引用总表 by place: what rests on an article. */
export type UsesByArticle = ReadonlyMap<string, readonly LawUse[]>

export const placeOf = (instrument: string, article: number): string => `${instrument} ${article}`

/** Each use under every article it cites, once. */
export function usesByArticle(uses: readonly LawUse[]): UsesByArticle {
  const found = new Map<string, Set<LawUse>>()
  for (const use of uses)
    for (const { instrument, article } of use.cites) {
      const key = placeOf(instrument, article)
      found.set(key, (found.get(key) ?? new Set()).add(use))
    }
  return new Map([...found].map(([key, set]) => [key, [...set]]))
}

/** One article that a new version changes, and everything of the system that cites it. */
export interface ImpactLine {
  readonly change: ArticleChange
  readonly uses: readonly LawUse[]
}

/**
 * 影响清单: of each changed article every rule, form, document, penalty, value, page and question that cites it, under its old
 * number and, where it moved, under its new one too: whoever cites that number now reads another text.
 */
export function impactOf(
  instrument: InstrumentCode | undefined,
  before: readonly ParsedArticle[],
  after: readonly ParsedArticle[],
  uses: UsesByArticle,
): ImpactLine[] {
  return compareVersions(before, after).map(change => {
    const numbers = instrument === undefined ? [] : [...new Set(change.numbers)]
    const cited = numbers.flatMap(number => uses.get(placeOf(instrument ?? '', number)) ?? [])
    return { change, uses: [...new Set(cited)] }
  })
}
