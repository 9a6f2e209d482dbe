import { sql } from 'kysely'
import type { Result } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'

/** What a text is written beside: numbers it names, and the meeting, task or action it belongs to. */
export interface Beside {
  readonly refs?: readonly string[]
  readonly of?: string
}

/** Work that keeps words of ours for others to read, done only where they name none of the reporters of what they are about (YSJ 41). */
export async function unnamedIn<T>(
  tx: Tx,
  beside: Beside,
  texts: readonly string[],
  keyring: Pick<Keyring, 'blindIndex'>,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  for (const matter of await mattersBeside(tx, beside)) {
    const unnamed = await leaveUnnamed(tx, matter, texts, keyring)
    if (!unnamed.ok) return unnamed
  }
  return work()
}

/** Clues and cases: named, on the agenda the words belong to, or among the results of the action; behind a number of an item what the item is about. */
async function mattersBeside(tx: Tx, { refs = [], of = '' }: Beside): Promise<readonly string[]> {
  const { rows } = await sql<{ no: string }>`
    with named as (
      select unnest(${[...refs]}::text[]) as no
      union select about_ref from partners.task where id = ${of}
      union select ref from partners.meeting_line
        where meeting_id = ${of} or meeting_id = (select source_ref from partners.task where id = ${of})
      union select ref from partners.action_result where action_id = ${of})
    select no from named where no <> '' union select about_no from partners.item
    where about_no is not null and no in (select no from named)`.execute(tx)
  return rows.map(({ no }) => no)
}
