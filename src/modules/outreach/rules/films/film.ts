import { ok, type Result, refuse } from '#kernel/refusal'
import type { EventOf, Moves, StateOf } from '#kernel/state-table'
import { type Audience, checkShownWords } from '../guard/check-words.ts'
import { checkLooked } from '../pictures/checks.ts'

/** 普法小剧场: from the words to the film that two people released. Encoding is a job of the house; it can be called off. */
export const filmMoves = {
  draft: { edit: 'draft', encode: 'encoding', withdraw: 'withdrawn' },
  encoding: { finish: 'ready', fail: 'draft', cancel: 'draft' },
  ready: { edit: 'ready', encode: 'encoding', release: 'released', withdraw: 'withdrawn' },
  released: { withdraw: 'withdrawn' },
} as const satisfies Moves
export type FilmState = StateOf<typeof filmMoves>
/** `finish` and `fail` are the job's. */
export type FilmEvent = Exclude<EventOf<typeof filmMoves>, 'finish' | 'fail'>

/** Why a file became no film. */
export type FilmFault = 'unreadable' | 'noPicture' | 'tooLong' | 'ffmpegMissing'

/** A file comes in pieces: each fits into one request, and a torn line loses one of them. */
export const pieceBytes = 1_200_000

export interface FilmWords {
  readonly title: string
  readonly about: string
  readonly series: string
  readonly captions: string | null
  readonly audience: Audience
}

/** 广告法第二十二条 for title, description, series and captions. Refuses `adWords`. */
export const checkFilmWords = ({ title, about, series, captions, audience }: FilmWords): Result<null> =>
  checkShownWords([title, about, series, captions ?? ''], audience)

/** Whether so many pieces make this file. Refuses `filmTooLarge`, `filmPiecesMissing`. */
export function checkUpload(
  given: { readonly pieces: number; readonly bytes: number; readonly arrived: number | undefined },
  megabytes: number,
): Result<null> {
  if (given.bytes > megabytes * 1_000_000) return refuse('filmTooLarge', { megabytes })
  return given.arrived === given.bytes ? ok(null) : refuse('filmPiecesMissing')
}

export interface FilmRelease {
  readonly preparedBy: string
  /** Who sent the cover, where there is one. */
  readonly coverBy: string | undefined
  readonly by: string
  readonly looked: readonly string[]
}

/**
 * 发布: by somebody who neither wrote nor sent anything of it, who looked at every point, and not without captions: whoever hears
 * badly or plays it without sound follows them. Refusals: `filmSamePerson`, `filmCaptionsMissing`, `pictureNotLooked`, `adWords`.
 */
export function checkFilmRelease(film: FilmWords, { preparedBy, coverBy, by, looked }: FilmRelease): Result<null> {
  if (by === preparedBy || by === coverBy) return refuse('filmSamePerson')
  if (film.captions === null) return refuse('filmCaptionsMissing')
  const seen = checkLooked(looked, film.audience)
  return seen.ok ? checkFilmWords(film) : seen
}
