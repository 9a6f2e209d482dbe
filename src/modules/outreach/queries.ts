import { sql } from 'kysely'
import type { Db } from '#platform/database'
import type { ParsedArticle } from './rules/parse-statute.ts'

export interface ArticleText {
  readonly label: string
  readonly heading: string
  readonly body: string
  readonly textOf: string
}

/** The newest imported text of an article; the official title may carry 中华人民共和国 in front. */
export async function findArticle(db: Db, title: string, number: number): Promise<ArticleText | undefined> {
  const { rows } = await sql<ArticleText>`
    select a.label, a.heading, a.body, i.text_of from outreach.article a join outreach.instrument i on i.id = a.instrument_id
    where i.title in (${title}, ${`中华人民共和国${title}`}) and a.number = ${number} and a.sub = 0 order by i.text_of desc limit 1`.execute(
    db,
  )
  return rows[0]
}

export interface StatuteRow {
  readonly id: number
  readonly title: string
  readonly textOf: string
}

/** Every imported version, newest of each statute first. */
export async function listVersions(db: Db): Promise<StatuteRow[]> {
  const { rows } =
    await sql<StatuteRow>`select id, title, text_of from outreach.instrument order by title, text_of desc`.execute(db)
  return rows
}

/** Every article of every version, in the order of the texts. */
export async function listArticles(db: Db): Promise<(ParsedArticle & { readonly statute: number })[]> {
  const { rows } = await sql<ParsedArticle & { readonly statute: number }>`
    select instrument_id as statute, number, sub, label, heading, body as text
    from outreach.article order by instrument_id, number, sub`.execute(db)
  return rows
}

/** Changes with every import; what was read before is then read anew. */
export async function libraryStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ' ' || coalesce(max(imported_at)::text, '') as stamp from outreach.instrument`.execute(db)
  return rows[0]?.stamp ?? ''
}
