import { ok, refuse } from '#kernel/refusal'
import type { Config } from '#platform/config'
import { bind, type RouteBinding } from '#platform/module'
import { answerFilm, noteFilmView } from '../actions/films/watch-film.ts'
import { type FilmLine, filmRoutes as routes } from '../contract/films.ts'
import { openFilmRoom } from '../media/film-room.ts'
import { endingOf, mediaTypes } from '../media/media-file.ts'
import { countFilms, type FilmCount } from '../queries/films.ts'
import { citationOf } from '../rules/cited.ts'
import { askedOf } from '../rules/quiz/sheet.ts'
import { type FilmRecord, findFilm, listFilms } from '../store/films.ts'
import { listPictures, type PictureRecord } from '../store/pictures.ts'
import { listItems } from '../store/quiz.ts'
import { pictureOf } from './pictures.ts'

type Counts = ReadonlyMap<string, FilmCount>

const lineOf = (film: FilmRecord, counts: Counts, cover: PictureRecord | undefined): FilmLine => {
  const { id, title, about, series, episode, audience, seconds, cites } = film
  return {
    ...{ id, title, about, series, episode, audience, seconds: seconds ?? 0 },
    views: counts.get(id)?.views ?? 0,
    citations: cites.map(citationOf),
    cover: cover?.alt ?? null,
  }
}

/** 恩烟普法小剧场 for whoever watches. */
export const filmBindings: readonly RouteBinding[] = [
  bind(routes.filmHall, async ({ services }) => {
    const { db } = services.database
    const shown = (await listFilms(db)).filter(({ state }) => state === 'released')
    const covers = await listPictures(
      db,
      'film',
      shown.map(({ id }) => id),
    )
    const coverOf = (id: string) => covers.find(({ aboutId, state }) => aboutId === id && state === 'released')
    const counts = await countFilms(db)
    return ok({ items: shown.map(film => lineOf(film, counts, coverOf(film.id))) })
  }),
  bind(routes.filmView, async ({ params, services }) => {
    const { db } = services.database
    const film = await findFilm(db, params.id)
    if (film?.state !== 'released') return refuse('filmUnknown')
    const cover = (await listPictures(db, 'film', [film.id])).find(({ state }) => state === 'released')
    const [item] = film.itemId === null ? [] : await listItems(db, [film.itemId])
    // A question that was withdrawn since is asked no more.
    const question = item?.state === 'released' ? askedOf(item) : null
    return ok({ ...lineOf(film, await countFilms(db), cover), question })
  }),
  bind(routes.filmFile, async ({ params, actor, services }) => {
    const film = await findFilm(services.database.db, params.id)
    const staff = actor.kind === 'staff'
    // Whoever releases a film watches it before the public does.
    if (!film || (film.state !== 'released' && !staff)) return refuse('filmUnknown')
    if (params.file === 'cover') return coverOf(film, staff, services)
    const ending = endingOf(params.file)
    const bytes = ending === 'vtt' ? film.captions : await readOf(services.config, film, params.file)
    if (bytes === undefined || bytes === null) return refuse('filmUnknown')
    const lasting = ending === 'ts' && film.state === 'released'
    return ok({ type: mediaTypes[ending], bytes: Buffer.from(bytes), lasting })
  }),
  // Not in the ledger, like the viewers of a class: it would be buried, and says nothing of anybody.
  bind(routes.noteFilmView, ({ params, body, services }) =>
    services.database.within({ areas: 'all' }, tx => noteFilmView(tx, { id: params.id, ...body })),
  ),
  bind(routes.answerFilm, ask =>
    ask.act({ action: 'outreach.answerFilm', subject: ask.params.id }, tx =>
      answerFilm(tx, { id: ask.params.id, ...ask.body }),
    ),
  ),
]

const readOf = async (config: Pick<Config, 'dataFolder'>, { id, upload, seconds }: FilmRecord, file: string) =>
  upload === null || seconds === null ? undefined : openFilmRoom(config.dataFolder, id).read(upload, file)

/** The newest cover the reader may see, or else a frame of the film. */
async function coverOf(film: FilmRecord, staff: boolean, services: Parameters<typeof pictureOf>[1]) {
  const covers = await listPictures(services.database.db, 'film', [film.id])
  const cover = covers.find(({ state }) => state === 'released' || staff)
  if (cover) return pictureOf(cover, services)
  const frame = await readOf(services.config, film, 'cover.jpg')
  return frame ? ok({ type: 'image/jpeg', bytes: frame, lasting: false }) : refuse('pictureUnknown')
}
