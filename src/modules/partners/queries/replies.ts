import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'

/** The last words of the other side on an item by this event, for the file it came of. */
export async function findReply(
  tx: Tx,
  itemNo: string,
  event: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<{ readonly agency: string; readonly words: string } | undefined> {
  const { rows } = await sql<{ agency: string; wordsSealed: string | null }>`
    select a.name as agency, e.words_sealed from partners.item_event e join partners.item i on i.no = e.item_no
    join partners.agency a on a.id = i.agency_id
    where e.item_no = ${itemNo} and e.side = 'theirs' and e.event = ${event} order by e.id desc limit 1`.execute(tx)
  const [reply] = rows
  return (
    reply && { agency: reply.agency, words: reply.wordsSealed === null ? '' : keyring.openField(reply.wordsSealed) }
  )
}
