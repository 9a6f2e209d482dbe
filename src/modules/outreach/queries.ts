import { sql } from 'kysely'
import type { Db } from '#platform/database'

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

/** How many articles of each imported statute there are, by its title without 中华人民共和国. */
export async function countArticles(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ title: string; articles: number }>`
    select regexp_replace(i.title, '^中华人民共和国', '') as title, count(*)::int as articles
    from outreach.article a join outreach.instrument i on i.id = a.instrument_id group by 1`.execute(db)
  return new Map(rows.map(row => [row.title, row.articles]))
}
