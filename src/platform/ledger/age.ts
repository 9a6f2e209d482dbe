import type pg from 'pg'

/**
 * Seconds since the oldest line that no seal covers was written; 0 when all are sealed. Above 15 minutes somebody must
 * look, above 4 hours privileged operations stop (F29), while the citizens' matters go on.
 */
export async function unsealedSeconds(client: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows } = await client.query<{ age: string | null }>(`
    with last as (select era, to_txid from platform.audit_seal order by batch desc limit 1)
    select extract(epoch from clock_timestamp() - (
      select e.at from platform.audit_entry e
      where e.era = coalesce((select era from last), 1) and e.txid >= coalesce((select to_txid from last), '0'::xid8)
      order by e.txid limit 1))::text as age`)
  return Math.max(0, Number(rows[0]?.age ?? 0))
}
