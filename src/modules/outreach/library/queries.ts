import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { ParsedArticle } from './rules/parse-statute.ts'

export interface VersionRow {
  readonly id: number
  readonly title: string
  readonly textOf: string
  readonly inForce: string | null
  readonly source: string
  readonly withdrawnOn: string | null
  readonly withdrawnWhy: string
  readonly withdrawnSource: string
}

/** Every version in the library. */
export async function listVersions(db: Db): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select id, title, text_of, in_force::text as in_force, source,
      withdrawn_on::text as withdrawn_on, withdrawn_why, withdrawn_source
    from outreach.instrument order by title, text_of`.execute(db)
  return rows
}

/** Every article of every version, in the order of the texts. */
export async function listArticles(db: Db): Promise<(ParsedArticle & { readonly statute: number })[]> {
  const { rows } = await sql<ParsedArticle & { readonly statute: number }>`
    select instrument_id as statute, number, sub, label, heading, body as text
    from outreach.article order by instrument_id, number, sub`.execute(db)
  return rows
}

/** Whether any imported version has this article; the official title may carry 中华人民共和国 in front. */
export async function hasArticle(tx: Tx, title: string, number: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from outreach.article a join outreach.instrument i on i.id = a.instrument_id
    where i.title in (${title}, ${`中华人民共和国${title}`}) and a.number = ${number} and a.sub = 0 limit 1`.execute(tx)
  return rows.length > 0
}

/** Changes with every import and release; what was read before is then read anew. */
export async function libraryStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ' ' || coalesce(max(changed_at)::text, '') as stamp from outreach.instrument`.execute(db)
  return rows[0]?.stamp ?? ''
}

export interface LawDraftRow {
  readonly id: number
  readonly kind: 'text' | 'withdrawal'
  readonly title: string
  readonly textOf: string | null
  readonly effective: string
  readonly source: string
  readonly why: string
  readonly body: string
  readonly draftedBy: string
  readonly draftedByName: string
  readonly draftedAt: string
  readonly state: 'open' | 'released' | 'dropped'
  readonly closedByName: string | null
}

/** Open ones first, then what was released or dropped last. */
export async function listDrafts(tx: Tx, id?: number): Promise<LawDraftRow[]> {
  const { rows } = await sql<LawDraftRow>`
    select d.id, d.kind, d.title, d.text_of::text as text_of, d.effective::text as effective, d.source, d.why,
      ${id === undefined ? sql`''` : sql`d.body`} as body, d.drafted_by, d.drafted_at::text as drafted_at, d.state,
      coalesce(s.name, d.drafted_by) as drafted_by_name, coalesce(c.name, d.closed_by) as closed_by_name
    from outreach.law_draft d
    left join access.published_staff s on 'staff:' || s.id::text = d.drafted_by
    left join access.published_staff c on 'staff:' || c.id::text = d.closed_by
    where ${id === undefined ? sql`true` : sql`d.id = ${id}`}
    order by (d.state = 'open') desc, coalesce(d.closed_at, d.drafted_at) desc limit 100`.execute(tx)
  return rows
}
