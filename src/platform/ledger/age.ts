import type pg from 'pg'

/**
 * Seconds since the oldest line that no seal covers was written; 0 when all are sealed. Above 15 minutes somebody must
 * look, above 4 hours privileged operations stop (F29), while the citizens' matters go on.
 */
export async function unsealedSeconds(client: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows } = await client.query<{ age: string | null }>(`
    with last as (
      select coalesce(max(era), 1) as last_era, coalesce(max(to_txid::text)::xid8, '0') as last_txid
      from (select era, to_txid from platform.audit_seal order by batch desc limit 1) newest),
    waiting as (
      (select at from platform.audit_entry, last where era = last_era and txid >= last_txid order by txid limit 1)
      union all (select at from platform.audit_entry, last where era > last_era order by era, txid limit 1))
    select extract(epoch from clock_timestamp() - min(at))::text as age from waiting`)
  return Math.max(0, Number(rows[0]?.age ?? 0))
}
