import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { FilmInput } from '../../contract/films.ts'
import { encodeFilmName } from '../../job-names.ts'
import { knowsArticle } from '../../library/known-article.ts'
import { readCaptions } from '../../rules/captions.ts'
import { checkFilmRelease, checkFilmWords, checkUpload, type FilmEvent, filmMoves } from '../../rules/films/film.ts'
import { type FilmRecord, insertFilm, lockFilm, saveFilm } from '../../store/films.ts'
import { listPictures, savePicture } from '../../store/pictures.ts'
import { areReady } from '../quiz/run-quiz.ts'
import type { Writer } from '../writer.ts'

/** 建短片. Refusals: `lessonArticleUnknown`, `filmItemNotReady`, `adWords`. */
export async function planFilm(tx: Tx, given: FilmInput, { by, at }: Writer): Promise<Result<{ id: string }>> {
  const checked = await checkFields(tx, given, null)
  if (!checked.ok) return checked
  const id = randomId()
  await insertFilm(tx, { ...given, id, by, at: at.instant.toString() })
  return ok({ id })
}

async function checkFields(tx: Tx, given: FilmInput, captions: string | null): Promise<Result<null>> {
  for (const { instrument, article } of given.cites)
    if (!(await knowsArticle(tx, instrument, article))) return refuse('lessonArticleUnknown')
  if (given.itemId !== null && !(await areReady(tx, [given.itemId], given.audience))) return refuse('filmItemNotReady')
  return checkFilmWords({ ...given, captions })
}

export interface FilmStep {
  readonly id: string
  readonly event: FilmEvent
  readonly version: number
  readonly fields?: FilmInput
  readonly captions?: string
  readonly file?: { readonly upload: string; readonly pieces: number; readonly bytes: number }
  readonly looked?: readonly string[]
  readonly reason?: string
}

interface Doer extends Writer {
  readonly megabytes: number
  /** Bytes of the pieces that have arrived; `undefined` while one is missing. */
  readonly arrived: number | undefined
}

/**
 * 改、转码、停止、发布、撤下. Refusals: `filmUnknown`, `filmChanged`, `filmStepNotAllowed`, `filmReasonMissing`, `captionsWrong`, and
 * those of planning, `checkUpload` and `checkFilmRelease`.
 */
export async function stepFilm(tx: Tx, step: FilmStep, doer: Doer): Promise<Result<{ version: number }>> {
  const found = await lockFilm(tx, step.id)
  if (!found) return refuse('filmUnknown')
  if (found.version !== step.version) return refuse('filmChanged')
  const moved = nextState(filmMoves, found.state, step.event)
  if (!moved.ok) return refuse('filmStepNotAllowed')
  const next: FilmRecord = { ...found, state: moved.value, version: found.version + 1 }
  const changed = await changeOf(tx, next, step, doer)
  if (!changed.ok) return changed
  await saveFilm(tx, changed.value, doer.at.instant.toString())
  return ok({ version: next.version })
}

async function changeOf(tx: Tx, next: FilmRecord, step: FilmStep, doer: Doer): Promise<Result<FilmRecord>> {
  switch (step.event) {
    case 'edit':
      return edited(tx, next, step, doer.by)
    case 'encode':
      return sent(tx, next, step, doer)
    case 'cancel':
      return ok({ ...next, upload: null, progress: 0 })
    case 'release':
      return released(tx, next, step, doer)
    case 'withdraw': {
      const reason = step.reason?.trim() ?? ''
      return reason === '' ? refuse('filmReasonMissing') : ok({ ...next, reason })
    }
  }
}

async function edited(tx: Tx, film: FilmRecord, step: FilmStep, by: string): Promise<Result<FilmRecord>> {
  const captions = step.captions === undefined ? ok(film.captions) : readCaptions(step.captions)
  if (!captions.ok) return captions
  const { title, about, series, episode, audience, cites, itemId } = film
  const fields = step.fields ?? { title, about, series, episode, audience, cites: [...cites], itemId }
  const checked = await checkFields(tx, fields, captions.value)
  return checked.ok ? ok({ ...film, ...fields, captions: captions.value, preparedBy: by }) : checked
}

async function sent(tx: Tx, film: FilmRecord, step: FilmStep, doer: Doer): Promise<Result<FilmRecord>> {
  if (step.file === undefined) return refuse('filmPiecesMissing')
  const { upload, pieces } = step.file
  const whole = checkUpload({ ...step.file, arrived: doer.arrived }, doer.megabytes)
  if (!whole.ok) return whole
  // One after the other: encoding takes a whole core.
  await enqueue(
    tx,
    encodeFilmName,
    { filmId: film.id, upload, pieces },
    { key: `film ${film.id}`, queue: 'films', maxAttempts: 3 },
  )
  return ok(uploading(film, upload, doer.by))
}

const uploading = (film: FilmRecord, upload: string, preparedBy: string): FilmRecord => ({
  ...film,
  ...{ upload, progress: 0, fault: null, seconds: null, preparedBy },
})

/** A film that comes ready made (演示): it is settled like any other, without a job. Refusals: `filmUnknown`, `filmStepNotAllowed`. */
export async function takeUpload(
  tx: Tx,
  { id, upload, by, at }: Writer & { readonly id: string; readonly upload: string },
): Promise<Result<undefined>> {
  const film = await lockFilm(tx, id)
  if (!film) return refuse('filmUnknown')
  const moved = nextState(filmMoves, film.state, 'encode')
  if (!moved.ok) return refuse('filmStepNotAllowed')
  const next = { ...uploading(film, upload, by), state: moved.value, version: film.version + 1 }
  await saveFilm(tx, next, at.instant.toString())
  return ok(undefined)
}

/** The newest cover goes out with its film: whoever released one looked at both. */
async function released(tx: Tx, film: FilmRecord, step: FilmStep, doer: Doer): Promise<Result<FilmRecord>> {
  const [cover] = await listPictures(tx, 'film', [film.id])
  const looked = step.looked ?? []
  const who = { preparedBy: film.preparedBy, coverBy: cover?.uploadedBy, by: doer.by, looked }
  const checked = checkFilmRelease(film, who)
  if (!checked.ok) return checked
  const at = doer.at.instant.toString()
  if (cover?.state === 'waiting')
    await savePicture(tx, cover.id, { state: 'released', by: doer.by, at, looked, reason: null })
  return ok({ ...film, releasedBy: doer.by, releasedAt: at, looked })
}
