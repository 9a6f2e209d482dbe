import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { planFilm, stepFilm } from '../actions/films/run-film.ts'
import { type FilmDeskLine, filmRoutes as routes } from '../contract/films.ts'
import { hasFfmpeg } from '../media/ffmpeg.ts'
import { openFilmRoom } from '../media/film-room.ts'
import { outreachPolicy } from '../policy.ts'
import { countFilms, type FilmCount } from '../queries/films.ts'
import { citationOf } from '../rules/cited.ts'
import { pieceBytes } from '../rules/films/film.ts'
import { sourceKindOf } from '../rules/films/source-kind.ts'
import { type FilmRecord, findFilm, listFilms } from '../store/films.ts'
import { listPictures, type PictureRecord } from '../store/pictures.ts'
import { pictureLine } from './pictures.ts'
import { writerOf } from './writer-of.ts'

function lineOf(
  film: FilmRecord,
  { actor, count, cover }: Pick<Ask, 'actor'> & { count: FilmCount | undefined; cover: PictureRecord | undefined },
): FilmDeskLine {
  const { id, title, about, series, episode, audience, cites, itemId, state, version, captions } = film
  const { views = 0, answers = 0, right = 0 } = count ?? {}
  const me = actorLabel(actor)
  return {
    ...{ id, title, about, series, episode, audience, cites: [...cites], itemId, state, version, captions },
    ...{ citations: cites.map(citationOf), progress: film.progress, fault: film.fault, seconds: film.seconds },
    ...{ views, answers, right, reason: film.reason, cover: cover ? pictureLine(cover, actor) : null },
    mine: film.preparedBy === me || cover?.uploadedBy === me,
  }
}

/** 恩烟普法小剧场 for whoever makes and releases it. */
export const filmDeskBindings: readonly RouteBinding[] = [
  bind(routes.listFilms, async ({ actor, at, services }) => {
    const { db } = services.database
    const films = await listFilms(db)
    const covers = await listPictures(
      db,
      'film',
      films.map(({ id }) => id),
    )
    const counts = await countFilms(db)
    const { filmMegabytes: megabytes, filmMinutes: minutes } = outreachPolicy(at.today)
    const items = films.map(film =>
      lineOf(film, { actor, count: counts.get(film.id), cover: covers.find(({ aboutId }) => aboutId === film.id) }),
    )
    return ok({ items, ffmpeg: await hasFfmpeg(), megabytes, minutes })
  }),
  bind(routes.planFilm, ask =>
    ask.act({ action: 'outreach.planFilm', details: { title: ask.body.title } }, tx =>
      planFilm(tx, ask.body, writerOf(ask)),
    ),
  ),
  // What stands in the ledger is the file that was made a film of, not each of its pieces.
  bind(routes.putPiece, async ({ params, body, at, services }) => {
    const film = await findFilm(services.database.db, params.id)
    if (!film) return refuse('filmUnknown')
    if (film.state !== 'draft' && film.state !== 'ready') return refuse('filmStepNotAllowed')
    const bytes = Buffer.from(body.content, 'base64')
    const { filmMegabytes: megabytes } = outreachPolicy(at.today)
    if (params.piece * pieceBytes + bytes.length > megabytes * 1_000_000) return refuse('filmTooLarge', { megabytes })
    if (params.piece === 0 && sourceKindOf(bytes) === undefined) return refuse('filmKindUnknown')
    await openFilmRoom(services.config.dataFolder, film.id).putPiece(params.upload, params.piece, bytes)
    return ok(undefined)
  }),
  bind(routes.stepFilm, async ask => {
    const { id } = ask.params
    const { event, file } = ask.body
    if (event === 'encode' && !(await hasFfmpeg())) return refuse('ffmpegMissing')
    const room = openFilmRoom(ask.services.config.dataFolder, id)
    const arrived = file && (await room.arrived(file.upload, file.pieces))
    const { filmMegabytes: megabytes } = outreachPolicy(ask.at.today)
    return ask.act({ action: 'outreach.stepFilm', subject: id, details: { event } }, tx =>
      stepFilm(tx, { id, ...ask.body }, { ...writerOf(ask), megabytes, arrived }),
    )
  }),
]
