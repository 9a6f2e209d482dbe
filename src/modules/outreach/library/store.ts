import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ParsedStatute } from './rules/parse-statute.ts'

export interface Provenance {
  /** '' where the text does not say. */
  readonly inForce: string
  readonly source: string
  readonly draftId?: number
}

/** Saves one version of a statute whole; false when exactly this text is there already. */
export async function saveStatute(
  tx: Tx,
  statute: ParsedStatute,
  digest: string,
  { inForce, source, draftId }: Provenance,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into outreach.instrument (title, text_of, digest, in_force, source, draft_id)
    values (${statute.title}, ${statute.textOf ?? ''}, ${digest}, ${inForce === '' ? null : inForce}::date, ${source}, ${draftId ?? null})
    on conflict (title, text_of) do update
      set digest = excluded.digest, in_force = excluded.in_force, source = excluded.source, imported_at = now(), changed_at = now()
      -- What two people released is not replaced by a file of the same day.
      where outreach.instrument.draft_id is null
        and (outreach.instrument.digest <> excluded.digest or outreach.instrument.source = '')
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

export async function hasVersion(tx: Tx, title: string, textOf: string): Promise<boolean> {
  const { rows } = await sql`select 1 from outreach.instrument
    where replace(title, '中华人民共和国', '') = replace(${title}, '中华人民共和国', '') and text_of = ${textOf}`.execute(
    tx,
  )
  return rows.length > 0
}

/** 废止条目 on every version of a law; the texts stay. */
export async function saveWithdrawal(
  tx: Tx,
  { title, on, why, source }: { title: string; on: string; why: string; source: string },
): Promise<void> {
  await sql`update outreach.instrument set withdrawn_on = ${on}::date, withdrawn_why = ${why}, withdrawn_source = ${source},
    changed_at = now() where title = ${title}`.execute(tx)
}

export interface NewLawDraft {
  readonly kind: 'text' | 'withdrawal'
  readonly title: string
  readonly textOf: string | null
  readonly effective: string
  readonly source: string
  readonly why: string
  readonly body: string
  readonly by: string
  readonly at: string
}

/** False while somebody has the same thing in hand. */
export async function saveDraft(tx: Tx, draft: NewLawDraft): Promise<boolean> {
  const { rows } = await sql`
    insert into outreach.law_draft (kind, title, text_of, effective, source, why, body, drafted_by, drafted_at)
    values (${draft.kind}, ${draft.title}, ${draft.textOf}::date, ${draft.effective}::date, ${draft.source}, ${draft.why},
      ${draft.body}, ${draft.by}, ${draft.at}::timestamptz)
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

export interface OpenLawDraft extends Omit<NewLawDraft, 'by' | 'at'> {
  readonly id: number
  readonly draftedBy: string
}

/** Locked, and only while it is open. */
export async function lockOpenDraft(tx: Tx, id: number): Promise<OpenLawDraft | undefined> {
  const { rows } = await sql<OpenLawDraft>`
    select id, kind, title, text_of::text as text_of, effective::text as effective, source, why, body, drafted_by
    from outreach.law_draft where id = ${id} and state = 'open' for update`.execute(tx)
  return rows[0]
}

export async function closeDraft(
  tx: Tx,
  id: number,
  end: { readonly state: 'released' | 'dropped'; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update outreach.law_draft set state = ${end.state}, closed_by = ${end.by}, closed_at = ${end.at}::timestamptz
    where id = ${id}`.execute(tx)
}
