import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database'
import type { Around, TellEarlier } from '../ports.ts'

const page = 100

/** What stands elsewhere and not here: alerts that a person judged true, and cases. */
const missing = {
  case: (after: string) => sql<{ ref: string }>`select c.no as ref from cases.published_case c where c.no > ${after}
    and not exists (select from intelligence.graph_node n where n.kind = 'case' and n.key = c.no) order by c.no limit ${page}`,
  alert: (after: string) => sql<{ ref: string }>`select a.id::text as ref from monitoring.published_alert a
    where a.state = 'true' and a.id::text > ${after}
      and not exists (select from intelligence.evidence_told t where t.alert_id = a.id) order by a.id::text limit ${page}`,
} as const

/**
 * 补记 (night): cases and true alerts older than the graph, or whose telling was lost, enter it as if they were told today. Each in its own
 * transaction, so that one that cannot be read keeps no other out; told twice it changes nothing.
 */
export async function learnEarlier(database: Database, tell: TellEarlier, around: Around): Promise<number> {
  const failed: string[] = []
  let told = 0
  const all = <T>(work: (tx: Tx) => Promise<T>) => database.within({ areas: 'all' }, work)
  for (const kind of ['case', 'alert'] as const) {
    for (let after = '', more = true; more; ) {
      const refs = (await all(tx => missing[kind](after).execute(tx))).rows.map(({ ref }) => ref)
      for (const ref of refs) {
        const done = await all(tx => tell(tx, { kind, ref }, around)).then(
          () => true,
          () => false,
        )
        if (done) told += 1
        else failed.push(`${kind} ${ref}`)
      }
      after = refs.at(-1) ?? after
      more = refs.length === page
    }
  }
  // Said aloud: the job is tried again, and whoever looks after jobs sees which.
  if (failed.length > 0) throw new Error(`not told to the graph: ${failed.slice(0, 10).join(', ')} (${failed.length})`)
  return told
}
