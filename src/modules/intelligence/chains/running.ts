import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { RunningChain } from '../contract/chains.ts'

/** 正在研判的信息链, the most pressing first: which matter, how much is missing, until when; its words are read inside, for a purpose. */
export async function listRunning(tx: Tx): Promise<RunningChain[]> {
  const { rows } = await sql<RunningChain>`
    select p.id, n.key as matter_no, c.opened_at, p.open_gaps as gaps, p.next_due
    from intelligence.published_chain p join intelligence.chain c on c.id = p.id join intelligence.graph_node n on n.id = c.matter
    where p.open_gaps > 0 or p.next_due is not null order by p.next_due nulls last, c.opened_at desc limit 50`.execute(
    tx,
  )
  return rows
}
