import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Cited } from '../rules/cited.ts'
import type { FilmFault, FilmState, FilmWords } from '../rules/films/film.ts'

export interface FilmFields extends Omit<FilmWords, 'captions'> {
  readonly episode: number
  readonly cites: readonly Cited[]
  readonly itemId: string | null
}
export interface FilmRecord extends FilmFields {
  readonly id: string
  readonly captions: string | null
  readonly state: FilmState
  readonly version: number
  readonly upload: string | null
  readonly progress: number
  readonly fault: FilmFault | null
  readonly seconds: number | null
  readonly preparedBy: string
  readonly releasedBy: string | null
  readonly releasedAt: string | null
  readonly looked: readonly string[]
  readonly reason: string | null
}

const columns = sql`id, title, about, series, episode, audience, cites, item_id, captions, state, version, upload,
  progress, fault, seconds, prepared_by, released_by, looked, reason,
  to_char(released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as released_at`

export async function findFilm(db: Db | Tx, id: string): Promise<FilmRecord | undefined> {
  const { rows } = await sql<FilmRecord>`select ${columns} from outreach.film where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockFilm(tx: Tx, id: string): Promise<FilmRecord | undefined> {
  const { rows } = await sql<FilmRecord>`select ${columns} from outreach.film where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Those of a series side by side in its order, the newest series first. */
export async function listFilms(db: Db | Tx): Promise<readonly FilmRecord[]> {
  const { rows } = await sql<FilmRecord>`
    select ${columns} from outreach.film f
    order by (select max(prepared_at) from outreach.film s where s.series = f.series) desc, series, episode, prepared_at desc, id
    limit 300`.execute(db)
  return rows
}

export async function insertFilm(tx: Tx, film: FilmFields & { id: string; by: string; at: string }): Promise<void> {
  const { id, title, about, series, episode, audience, cites, itemId, by, at } = film
  await sql`insert into outreach.film (id, title, about, series, episode, audience, cites, item_id, prepared_by, prepared_at)
    values (${id}, ${title}, ${about}, ${series}, ${episode}, ${audience}, ${JSON.stringify(cites)}::jsonb, ${itemId}, ${by}, ${at})`.execute(
    tx,
  )
}

/** The film as it is after a step; the number of the version was checked under the lock. */
export async function saveFilm(tx: Tx, next: FilmRecord, at: string): Promise<void> {
  await sql`update outreach.film set title = ${next.title}, about = ${next.about}, series = ${next.series},
      episode = ${next.episode}, audience = ${next.audience}, cites = ${JSON.stringify(next.cites)}::jsonb,
      item_id = ${next.itemId}, captions = ${next.captions}, state = ${next.state}, version = ${next.version},
      upload = ${next.upload}, progress = ${next.progress}, fault = ${next.fault},
      seconds = ${next.seconds}, prepared_by = ${next.preparedBy}, prepared_at = ${at}, released_by = ${next.releasedBy},
      released_at = ${next.releasedAt}, looked = ${[...next.looked]}::text[], reason = ${next.reason},
      withdrawn_at = ${next.state === 'withdrawn' ? at : null}
    where id = ${next.id}`.execute(tx)
}

/** How far the encoding is; false when somebody called it off or began another. */
export async function noteProgress(tx: Tx, id: string, upload: string, progress: number): Promise<boolean> {
  const { rows } = await sql`update outreach.film set progress = ${progress}
    where id = ${id} and upload = ${upload} and state = 'encoding' returning id`.execute(tx)
  return rows.length > 0
}

export async function insertFilmView(tx: Tx, filmId: string, viewer: string): Promise<void> {
  await sql`insert into outreach.film_view (film_id, viewer) values (${filmId}, ${viewer}) on conflict do nothing`.execute(
    tx,
  )
}

/** Whoever answers again has learnt: the first answer counts. */
export async function insertFilmAnswer(
  tx: Tx,
  answer: { readonly filmId: string; readonly viewer: string; readonly itemId: string; readonly correct: boolean },
): Promise<void> {
  const { filmId, viewer, itemId, correct } = answer
  await sql`insert into outreach.film_answer (film_id, viewer, item_id, correct) values (${filmId}, ${viewer}, ${itemId}, ${correct})
    on conflict do nothing`.execute(tx)
}
