import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export interface FilmCount {
  readonly filmId: string
  readonly views: number
  readonly answers: number
  readonly right: number
}

/** How many telephones watched each film and how the question after it was answered; whose they were is not among the columns. */
export async function countFilms(db: Db | Tx): Promise<ReadonlyMap<string, FilmCount>> {
  const { rows } = await sql<FilmCount>`
    select f.id as film_id, (select count(*)::int from outreach.film_view v where v.film_id = f.id) as views,
      a.answers, a.right from outreach.film f
    left join lateral (select count(*)::int as answers, (count(*) filter (where correct))::int as right
      from outreach.film_answer where film_id = f.id and item_id = f.item_id) a on true`.execute(db)
  return new Map(rows.map(row => [row.filmId, row]))
}
