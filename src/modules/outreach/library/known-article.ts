import { findSummary, type InstrumentCode, instruments } from '#kernel/citation'
import type { Tx } from '#platform/database'
import { hasArticle } from './queries.ts'

/** Whether the house can show this article: by its imported text, or by our own words. Nothing is taught without one. */
export async function knowsArticle(tx: Tx, instrument: string, article: number): Promise<boolean> {
  if (!Object.hasOwn(instruments, instrument)) return false
  const code = instrument as InstrumentCode
  return findSummary({ instrument: code, article }) !== undefined || hasArticle(tx, instruments[code].title, article)
}
