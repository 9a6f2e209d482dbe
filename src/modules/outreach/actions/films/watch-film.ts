import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { FilmAnswer } from '../../contract/films.ts'
import { citationOf } from '../../rules/cited.ts'
import { findFilm, insertFilmAnswer, insertFilmView } from '../../store/films.ts'
import { listItems } from '../../store/quiz.ts'
import { markOf } from '../own-mark.ts'

interface Viewer {
  readonly id: string
  /** Made by the telephone; only its hash, bound to this film, is kept. */
  readonly viewer: string
}

/** 看了: one telephone nobody knows, once. Refuses `filmUnknown`. */
export async function noteFilmView(tx: Tx, { id, viewer }: Viewer): Promise<Result<undefined>> {
  const film = await findFilm(tx, id)
  if (film?.state !== 'released') return refuse('filmUnknown')
  await insertFilmView(tx, id, markOf(id, viewer))
  return ok(undefined)
}

/** 片后一题: marked at once, with the article. Refusals: `filmUnknown` (also where no question stands after it), `quizSheetWrong`. */
export async function answerFilm(
  tx: Tx,
  { id, viewer, chosen }: Viewer & { readonly chosen: number },
): Promise<Result<FilmAnswer>> {
  const film = await findFilm(tx, id)
  if (film?.state !== 'released' || film.itemId === null) return refuse('filmUnknown')
  const [item] = await listItems(tx, [film.itemId])
  // A question that was withdrawn since is asked no more.
  if (item?.state !== 'released') return refuse('filmUnknown')
  if (chosen >= item.options.length) return refuse('quizSheetWrong')
  const correct = chosen === item.answer
  await insertFilmAnswer(tx, { filmId: id, viewer: markOf(id, viewer), itemId: item.id, correct })
  return ok({ correct, answer: item.answer, why: item.why, citation: citationOf(item) })
}
