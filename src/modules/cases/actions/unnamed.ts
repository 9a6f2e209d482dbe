import { type Result, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'

type Keys = Pick<Keyring, 'blindIndex'>

/** 案卷里只写代号 (YSJ 41): work that keeps free words in a case, done only where they name none of those who reported it. */
export async function unnamedInCase<T>(
  tx: Tx,
  no: string,
  texts: readonly string[],
  keys: Keys,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const unnamed = await leaveUnnamed(tx, no, texts, keys)
  return unnamed.ok ? work() : unnamed
}

export interface RecordWords {
  /** Who is heard or stood by, and who saw that he would not sign: they give their names themselves. */
  readonly signers: readonly string[]
  readonly texts: readonly string[]
}

/**
 * 笔录 too: what was signed cannot be written over, so the refusal says what to do with it. It has a name of its own; the heads see it among the
 * others. Whoever signs a record stands in it by his name as what he is, and is not told apart by that.
 */
export async function unnamedRecord(
  tx: Tx,
  no: string,
  { signers, texts }: RecordWords,
  keys: Keys,
): Promise<Result<undefined>> {
  const unnamed = await leaveUnnamed(tx, no, texts, keys, { signers })
  return unnamed.ok ? unnamed : refuse('recordNamesReporter')
}
