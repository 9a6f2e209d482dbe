import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/**
 * Brings the job tables to their version, as owner, and opens them to the app role: the library guards them by row
 * security without a policy, so that by default only the owner sees a job.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl })
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`
      select pg_advisory_lock(7310, 2);
      grant usage on schema graphile_worker to yzt_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to yzt_app;
      grant usage on all sequences in schema graphile_worker to yzt_app;
      do $$ declare guarded regclass; begin
        for guarded in select c.oid::regclass from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'app_works') loop
          execute format('create policy app_works on %s to yzt_app using (true) with check (true)', guarded);
        end loop;
      end $$;
      select pg_advisory_unlock(7310, 2);`)
  } finally {
    await client.end()
  }
}
