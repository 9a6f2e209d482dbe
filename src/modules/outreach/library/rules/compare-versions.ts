import type { ParsedArticle } from './parse-statute.ts'

/** One article of two versions of a statute. */
export interface ArticleChange {
  readonly label: string
  readonly kind: 'added' | 'removed' | 'changed' | 'renumbered'
  readonly before: string | undefined
  readonly after: string | undefined
  /** The numbers under which somebody may cite it: the old one, and the new one where it moved. Articles 之一 are cited by nobody. */
  readonly numbers: readonly number[]
}

type Article = Pick<ParsedArticle, 'number' | 'sub' | 'label' | 'text'>

const keyOf = ({ number, sub }: Pick<Article, 'number' | 'sub'>): string => `${number}.${sub}`
const cited = (...articles: readonly Article[]): number[] =>
  articles.filter(({ sub }) => sub === 0).map(({ number }) => number)

/** What a new version changes, article by article: the same text under another number is renumbered, not removed and added. */
export function compareVersions(older: readonly Article[], newer: readonly Article[]): ArticleChange[] {
  const before = new Map(older.map(article => [keyOf(article), article]))
  const after = new Map(newer.map(article => [keyOf(article), article]))
  const byText = new Map(older.map(article => [article.text, article]))
  const moved = new Set<string>()
  const changes: ArticleChange[] = []
  for (const article of newer) {
    const { label, text } = article
    const same = before.get(keyOf(article))
    if (same?.text === text) continue
    const elsewhere = byText.get(text)
    if (elsewhere) {
      moved.add(keyOf(elsewhere))
      const numbers = cited(elsewhere, article)
      changes.push({ label, kind: 'renumbered', before: elsewhere.label, after: label, numbers })
    } else if (same) changes.push({ label, kind: 'changed', before: same.text, after: text, numbers: cited(same) })
    else changes.push({ label, kind: 'added', before: undefined, after: text, numbers: cited(article) })
  }
  for (const article of older)
    if (!after.has(keyOf(article)) && !moved.has(keyOf(article)))
      changes.push({
        ...{ label: article.label, kind: 'removed', before: article.text, after: undefined },
        numbers: cited(article),
      })
  return changes
}
