import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { quietLogger } from './quiet-logger.ts'

/**
 * Brings the tables of the job queue to the version of the library, as their owner, and lets the app role work with them.
 * Safe to repeat, also by two servers at once. The library locks its tables by row security that only the owner
 * passes; ours is one queue for the whole house, so the policy is simply "the app role".
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 2, logger: quietLogger() })
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`
      begin;
      select pg_advisory_xact_lock(7310, 2);
      grant usage on schema graphile_worker to yzt_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to yzt_app;
      revoke insert, update, delete on graphile_worker.migrations from yzt_app;
      grant execute on all functions in schema graphile_worker to yzt_app;
      ${policies};
      commit`)
  } finally {
    await client.end()
  }
}

const policies = `
  do $$
  declare name text;
  begin
    for name in
      select c.relname from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app_works_here')
    loop
      execute format('create policy app_works_here on graphile_worker.%I to yzt_app using (true) with check (true)', name);
    end loop;
  end $$`
