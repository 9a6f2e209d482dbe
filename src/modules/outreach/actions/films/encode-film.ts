import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { act } from '#platform/act'
import type { Tx } from '#platform/database'
import type { JobContext } from '#platform/jobs'
import { encodeFilmName } from '../../job-names.ts'
import { encode, probe, type Source } from '../../media/encode.ts'
import { hasFfmpeg } from '../../media/ffmpeg.ts'
import { type FilmRoom, openFilmRoom, sourceName } from '../../media/film-room.ts'
import { outreachPolicy } from '../../policy.ts'
import { type FilmFault, filmMoves } from '../../rules/films/film.ts'
import { sourceKindOf, sourceKinds } from '../../rules/films/source-kind.ts'
import { lockFilm, noteProgress, saveFilm } from '../../store/films.ts'

export interface EncodeFilm {
  readonly filmId: string
  readonly upload: string
  readonly pieces: number
}

type Made = { readonly seconds: number } | { readonly fault: FilmFault } | 'stopped'

/** 转码 of one upload. Called off, or begun anew with another file, it leaves the film alone; stopped with the house, it is tried again. */
export async function encodeFilm(job: EncodeFilm, { services, signal }: JobContext): Promise<void> {
  const { database, clock, config } = services
  const room = openFilmRoom(config.dataFolder, job.filmId)
  const note = (percent: number) =>
    database.within({ areas: 'all' }, tx => noteProgress(tx, job.filmId, job.upload, percent))
  if (!(await note(0))) return room.clear(job.upload)
  const minutes = outreachPolicy(clock.now().today).filmMinutes
  const made = await make(job, room, { minutes, signal, goOn: note })
  // The pieces stay: the next server, or the next start, begins again with them.
  if (signal.aborted) throw new Error('the house stopped while a film was made')
  if (made === 'stopped') return room.clear(job.upload)
  if ('seconds' in made) await room.settle(job.upload)
  const event = 'seconds' in made ? 'finish' : 'fail'
  const caller = { actor: { kind: 'system', job: encodeFilmName }, requestId: job.upload } as const
  const line = { action: 'outreach.filmEncoded', subject: job.filmId, details: { event } }
  const done = await act(database, caller, line, tx =>
    finishFilm(tx, { id: job.filmId, upload: job.upload, made, at: clock.now() }),
  )
  // The pieces last: where the row could not be written, the next try begins with them.
  await (done.ok && 'seconds' in made ? room.keepOnly(job.upload) : room.clear(job.upload))
}

interface Finished {
  readonly id: string
  readonly upload: string
  readonly made: Exclude<Made, 'stopped'>
  readonly at: Moment
}

/** What became of an upload. Refuses `filmStepNotAllowed` where it was called off at the last moment. */
export async function finishFilm(tx: Tx, { id, upload, made, at }: Finished): Promise<Result<undefined>> {
  const film = await lockFilm(tx, id)
  const event = 'seconds' in made ? 'finish' : 'fail'
  const moved = film?.upload === upload ? nextState(filmMoves, film.state, event) : undefined
  if (!film || !moved?.ok) return refuse('filmStepNotAllowed')
  const change = 'seconds' in made ? { seconds: Math.round(made.seconds), progress: 100 } : { ...made, upload: null }
  await saveFilm(tx, { ...film, ...change, state: moved.value, version: film.version + 1 }, at.instant.toString())
  return ok(undefined)
}

interface Making {
  readonly minutes: number
  readonly signal: AbortSignal
  readonly goOn: (percent: number) => Promise<boolean>
}

async function make({ upload, pieces }: EncodeFilm, room: FilmRoom, { minutes, signal, goOn }: Making): Promise<Made> {
  if (!(await hasFfmpeg())) return { fault: 'ffmpegMissing' }
  const folder = await room.workbench(upload)
  const path = join(folder, sourceName)
  await room.join(upload, pieces, path)
  const source = await sourceAt(path)
  const told = source && (await probe(source))
  if (!source || !told) return { fault: 'unreadable' }
  if (!told.picture) return { fault: 'noPicture' }
  if (told.seconds > minutes * 60) return { fault: 'tooLong' }
  const result = await encode(source, { folder, seconds: told.seconds, signal, goOn })
  if (result === 'failed') return { fault: 'unreadable' }
  return result === 'stopped' ? 'stopped' : { seconds: told.seconds }
}

async function sourceAt(path: string): Promise<Source | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(512), length: 512, position: 0 })
    const kind = sourceKindOf(buffer.subarray(0, bytesRead))
    return kind && { path, demuxer: sourceKinds[kind].demuxer }
  } finally {
    await file.close()
  }
}
