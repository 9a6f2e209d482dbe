import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ParsedStatute } from './rules/parse-statute.ts'

/** Saves one version of a statute whole; false when exactly this text is there already. */
export async function saveStatute(tx: Tx, statute: ParsedStatute, digest: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into outreach.instrument (title, text_of, digest) values (${statute.title}, ${statute.textOf ?? ''}, ${digest})
    on conflict (title, text_of) do update set digest = excluded.digest, imported_at = now() where outreach.instrument.digest <> excluded.digest
    returning id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) return false
  await sql`delete from outreach.article where instrument_id = ${id}`.execute(tx)
  await sql`insert into outreach.article (instrument_id, number, sub, label, heading, body)
    select ${id}, a.number, a.sub, a.label, a.heading, a.text
    from jsonb_to_recordset(${JSON.stringify(statute.articles)}::jsonb) as a(number int, sub int, label text, heading text, text text)
    on conflict do nothing`.execute(tx)
  return true
}
