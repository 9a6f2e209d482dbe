import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { nodeKinds } from '../rules/graph/kinds.ts'
import { keyOf, plain } from './identity.ts'

/**
 * 查找: the whole number, plate, code or name, never a part of it and never a face: whoever has no number to look for has no
 * reason to look. The text is turned into keyed indexes, so nothing is opened for it.
 */
export async function searchNodes(
  tx: Tx,
  text: string,
  keyring: Pick<Keyring, 'blindIndex'>,
): Promise<readonly number[]> {
  const keys = nodeKinds.flatMap(kind => {
    const found = keyOf(kind, text, keyring)
    return found === undefined ? [] : [{ kind, key: found.key }]
  })
  const { rows } = await sql<{ id: number }>`
    select n.id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as g(kind text, key text)
      join intelligence.graph_node n using (kind, key)
    union select n.id from intelligence.graph_node n where n.name_index = ${keyring.blindIndex('graph.name', plain(text))}
    order by 1 limit 40`.execute(tx)
  return rows.map(({ id }) => id)
}
