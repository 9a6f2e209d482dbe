import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FilmInput } from '#contract/outreach'
import type { Moment } from '#kernel/dates'
import { checksFor, filmFolder, finishFilm, planFilm, stepFilm, takeUpload } from '#modules/outreach'
import type { Config } from '../../platform/config.ts'
import { randomId } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { demoFilmFolder, demoFilmScenes, demoFilmTitle, demoSceneSeconds } from './film-words.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly writer: string
  readonly releaser: string
  /** The question after the film. */
  readonly itemId: string | null
}

const film: FilmInput = {
  ...{ title: demoFilmTitle, series: '开店第一课', episode: 1, audience: 'public', itemId: null },
  about: '老店主把许可证从抽屉里拿出来挂上墙，立起标志，看不准年纪先看证件。模拟数据，声音是合成的，有字幕。',
  cites: [
    { instrument: 'WB', article: 59 },
    { instrument: 'ZMF', article: 16 },
  ],
}

/**
 * 小剧场 of a demonstration (模拟数据): one film that is public, already made, so that it needs no ffmpeg; and one that waits for
 * its file.
 */
export async function seedFilms({ tx, now, writer, releaser, itemId }: Scene, config: Config): Promise<void> {
  const [by, at] = [writer, now]
  const { id } = done(await planFilm(tx, { ...film, itemId }, { by, at }))
  const captions = demoFilmScenes
    .map((words, n) => `0:${String(n * demoSceneSeconds).padStart(2, '0')} ${words}`)
    .join('\n')
  const doer = { megabytes: 0, arrived: undefined }
  done(await stepFilm(tx, { id, event: 'edit', version: 1, captions }, { by, at, ...doer }))
  const upload = randomId()
  const folder = join(filmFolder(config.dataFolder, id), upload)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(demoFilmFolder))
    await copyFile(join(demoFilmFolder, name), join(folder, name.replace('.mpegts', '.ts')))
  done(await takeUpload(tx, { id, upload, by, at }))
  done(await finishFilm(tx, { id, upload, made: { seconds: demoFilmScenes.length * demoSceneSeconds }, at }))
  const looked = checksFor('public')
  done(await stepFilm(tx, { id, event: 'release', version: 4, looked }, { by: releaser, at, ...doer }))
  const next = {
    ...film,
    title: '货从哪里来（模拟数据）',
    episode: 2,
    about: '进货单、32 位码和墙上的许可证号对得上。模拟数据，待传片源。',
  }
  done(await planFilm(tx, { ...next, cites: [{ instrument: 'TL', article: 23 }] }, { by, at }))
}

function done<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string },
): T {
  if (!result.ok) throw new Error(`demo film: ${result.refusal}`)
  return result.value
}
