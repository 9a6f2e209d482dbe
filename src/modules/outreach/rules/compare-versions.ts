import type { ParsedArticle } from './parse-statute.ts'

/** One article of two versions of a statute. */
export interface ArticleChange {
  readonly label: string
  readonly kind: 'added' | 'removed' | 'changed' | 'renumbered'
  readonly before: string | undefined
  readonly after: string | undefined
}

type Article = Pick<ParsedArticle, 'number' | 'sub' | 'label'> & { readonly body: string }

const keyOf = ({ number, sub }: Pick<Article, 'number' | 'sub'>): string => `${number}.${sub}`

/** What a new version changes, article by article: the same text under another number is renumbered, not removed and added. */
export function compareVersions(older: readonly Article[], newer: readonly Article[]): ArticleChange[] {
  const before = new Map(older.map(article => [keyOf(article), article]))
  const after = new Map(newer.map(article => [keyOf(article), article]))
  const labelOfBody = new Map(older.map(article => [article.body, article]))
  const moved = new Set<string>()
  const changes: ArticleChange[] = []
  for (const article of newer) {
    const same = before.get(keyOf(article))
    if (same?.body === article.body) continue
    const elsewhere = labelOfBody.get(article.body)
    if (elsewhere) {
      moved.add(keyOf(elsewhere))
      changes.push({ label: article.label, kind: 'renumbered', before: elsewhere.label, after: article.label })
    } else if (same) changes.push({ label: article.label, kind: 'changed', before: same.body, after: article.body })
    else changes.push({ label: article.label, kind: 'added', before: undefined, after: article.body })
  }
  for (const article of older)
    if (!after.has(keyOf(article)) && !moved.has(keyOf(article)))
      changes.push({ label: article.label, kind: 'removed', before: article.body, after: undefined })
  return changes
}
