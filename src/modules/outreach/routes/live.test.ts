import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openStaffedCounty } from '../../registry/testing/staffed-county.ts'
import { type EncodeFilm, encodeFilm } from '../actions/films/encode-film.ts'
import { removeWithdrawn } from '../actions/remove-withdrawn.ts'
import { checksFor, type FilmDeskLine, type LiveDeskLine, type LiveView } from '../contract.ts'
import { createOutreach, createStudio, filmFolder, recordingFolder } from '../index.ts'
import { outreachLawInRows } from '../law.ts'
import { forgetFfmpeg } from '../media/ffmpeg.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-live-'))
const studio = createStudio(folder)
const open = () =>
  openStaffedCounty({
    module: createOutreach({ lawUses: async () => [], studio }),
    at: '/api/outreach',
    people: { writer: ['window1', ['window']], legal: ['legal1', ['legal']], courier: ['courier1', ['courier']] },
  })
let county: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  county = await open()
})
afterAll(async () => {
  await studio.stop()
  await county.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => county.house.clock.advance({ seconds: 1 }))

const programme = (more: object = {}) => ({
  ...{
    title: '许可证怎么摆放',
    speaker: '法规股 模拟',
    about: '讲清许可证正本放在哪里。',
    startsAt: '2026-11-27T02:00:00Z',
  },
  cites: [{ instrument: 'WB', article: 59 }],
  ...more,
})
const plan = async () => ((await county.call('writer', 'POST', '/broadcasts', programme())).json() as { id: string }).id
const step = (who: 'writer' | 'legal', id: string, body: object) =>
  county.call(who, 'POST', `/broadcasts/${id}/steps`, body)
const desk = async (id: string) =>
  ((await county.call('legal', 'GET', '/broadcasts')).json().items as LiveDeskLine[]).find(one => one.id === id)
const view = async (id: string) => (await county.call('public', 'GET', `/live/${id}`)).json() as LiveView
const record = (id: string) => {
  mkdirSync(recordingFolder(folder, id), { recursive: true })
  writeFileSync(join(recordingFolder(folder, id), 'index.m3u8'), '#EXTM3U\n#EXTINF:2,\ns00000.ts\n')
  writeFileSync(join(recordingFolder(folder, id), 's00000.ts'), 'piece')
}

it('a programme cites what exists, names no brand, and its replay is released by another person', async () => {
  expect((await county.call('writer', 'POST', '/broadcasts', programme({ title: '玉溪品鉴' }))).body).toContain(
    'adWords',
  )
  const nowhere = programme({ cites: [{ instrument: 'WB', article: 998 }] })
  expect((await county.call('writer', 'POST', '/broadcasts', nowhere)).body).toContain('lessonArticleUnknown')
  expect((await county.call('courier', 'GET', '/broadcasts')).statusCode).toBe(403)
  const planned = await plan()
  // 影响清单: a changed article concerns the class that explains it.
  expect(await outreachLawInRows(county.house.services.database.db)).toContainEqual(
    expect.objectContaining({ zh: '微课堂：许可证怎么摆放', cites: [{ instrument: 'WB', article: 59 }] }),
  )
  const fields = programme({ title: '证要挂在明处' })
  expect((await step('legal', planned, { event: 'edit', version: 1, fields })).statusCode).toBe(200)
  expect(await view(planned)).toMatchObject({ title: '证要挂在明处', state: 'planned' })
  const id = await plan()
  expect((await step('writer', id, { event: 'end', version: 1 })).body).toContain('liveStepNotAllowed')
  expect((await step('writer', id, { event: 'open', version: 1 })).statusCode).toBe(200)
  const ingest = (await county.call('writer', 'GET', `/broadcasts/${id}/ingest`)).json()
  expect(ingest).toMatchObject({
    address: expect.stringMatching(/^rtmp:\/\/127\.0\.0\.1:\d+\/live$/u),
    receiving: false,
  })
  expect((await county.call('public', 'GET', `/broadcasts/${id}/ingest`)).statusCode).toBe(401)
  expect((await county.call('public', 'GET', `/live/${id}/media/index.m3u8`)).body).toContain('liveNoStream')
  record(id)
  expect((await county.call('public', 'GET', `/live/${id}/media/index.m3u8`)).body).not.toContain('ENDLIST')
  expect((await county.call('public', 'GET', `/live/${id}/media/..%2f..%2fkeys`)).statusCode).toBe(400)
  expect((await step('writer', id, { event: 'end', version: 2 })).statusCode).toBe(200)
  expect((await county.call('public', 'GET', `/live/${id}/media/index.m3u8`)).body).toContain('liveUnknown')
  expect((await county.call('legal', 'GET', `/live/${id}/media/index.m3u8`)).body).toContain('ENDLIST')
  const chapters = [{ at: 0, title: '开场' }]
  expect((await step('writer', id, { event: 'prepare', version: 3, captions: 'SRT' })).body).toContain('captionsWrong')
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\n大家好'
  expect((await step('writer', id, { event: 'prepare', version: 3, chapters, captions })).statusCode).toBe(200)
  expect((await step('writer', id, { event: 'release', version: 4 })).body).toContain('liveSamePerson')
  expect((await step('legal', id, { event: 'release', version: 4 })).statusCode).toBe(200)
  expect(await view(id)).toMatchObject({ state: 'replay', chapters, captions: true, picture: true })
  expect((await county.call('public', 'GET', `/live/${id}/media/captions.vtt`)).body).toContain('大家好')
  expect((await step('legal', id, { event: 'withdraw', version: 5 })).body).toContain('liveReasonMissing')
  expect((await step('legal', id, { event: 'withdraw', version: 5, reason: '讲错了条号' })).statusCode).toBe(200)
  expect((await county.call('public', 'GET', `/live/${id}/media/s00000.ts`)).body).toContain('liveUnknown')
  await expect(
    county.all(tx =>
      sql`update outreach.broadcast set state = 'replay', released_by = prepared_by where id = ${id}`.execute(tx),
    ),
  ).rejects.toThrow('replay_by_two')
})

it('questions wait for a person, and viewers are counted once a minute without being known', async () => {
  const id = await plan()
  const [one, other] = [randomUUID(), randomUUID()]
  const ask = (viewer: string, words: string) =>
    county.call('public', 'POST', `/live/${id}/questions`, { viewer, words })
  const watch = (viewer: string) => county.call('public', 'POST', `/live/${id}/viewers`, { viewer })
  expect((await watch(one)).body).toContain('liveUnknown')
  await step('writer', id, { event: 'open', version: 1 })
  expect((await ask(one, '玉溪多少钱')).body).toContain('adWords')
  for (const n of [1, 2, 3]) await ask(other, `第${n}个问题`)
  expect((await ask(other, '第4个问题')).body).toContain('liveTooMany')
  expect((await view(id)).questions).toEqual([])
  const waiting = (await desk(id))?.questions.find(({ words }) => words === '第2个问题')
  await county.call('legal', 'POST', `/broadcasts/${id}/questions/${waiting?.id}`, { state: 'shown' })
  expect((await view(id)).questions).toEqual([{ id: waiting?.id, words: '第2个问题' }])
  for (const viewer of [one, one, other]) await watch(viewer)
  expect((await view(id)).watching).toBe(2)
  county.house.clock.advance({ seconds: 61 })
  await watch(one)
  expect((await desk(id))?.attendance).toMatchObject({
    ...{ viewers: 2, peak: 2, replays: 0 },
    minutes: [
      { minute: 0, viewers: 2 },
      { minute: 1, viewers: 1 },
    ],
  })
  const { rows } = await county.all(tx =>
    sql<{ text: string }>`select string_agg(v::text, ' ') as text from outreach.live_viewer v`.execute(tx),
  )
  expect(rows[0]?.text).not.toContain(one)
})

const film = (more: object = {}) => ({
  ...{
    title: '一本证挂好了',
    about: '老店主把许可证挂到看得见的地方。',
    series: '开店第一课',
    episode: 1,
    audience: 'public',
  },
  ...{ cites: [{ instrument: 'WB', article: 59 }], itemId: null },
  ...more,
})
const stepFilm = (who: 'writer' | 'legal', id: string, body: object) =>
  county.call(who, 'POST', `/film-desk/${id}/steps`, body)
const filmLine = async (id: string) =>
  ((await county.call('legal', 'GET', '/film-desk')).json().items as FilmDeskLine[]).find(one => one.id === id)
/** Sends the bytes in pieces of the given size and asks for the film to be made. */
async function sendFilm(id: string, version: number, bytes: Buffer, size = 4_000) {
  const upload = randomUUID()
  const pieces = Math.ceil(bytes.length / size)
  for (let n = 0; n < pieces; n += 1) {
    const content = bytes.subarray(n * size, (n + 1) * size).toString('base64')
    const sent = await county.call('writer', 'POST', `/film-desk/${id}/uploads/${upload}/${n}`, { content })
    if (sent.statusCode !== 204) return { sent, job: undefined }
  }
  const file = { upload, pieces, bytes: bytes.length }
  return { sent: await stepFilm('writer', id, { event: 'encode', version, file }), job: { filmId: id, upload, pieces } }
}
const encoded = (job: EncodeFilm | undefined, signal = new AbortController().signal) =>
  job && encodeFilm(job, { services: county.house.services, attempt: 1, signal })
/** What a camera would give: a second of bars, with a place written into the file. Made once. */
let shot: Buffer | undefined
const camera = () => {
  shot ??= execFileSync('ffmpeg', [
    ...['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=10:duration=1'],
    ...['-metadata', 'location=+22.18+112.30/', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
    ...['-f', 'mp4', '-movflags', 'frag_keyframe', 'pipe:1'],
  ])
  return shot
}

it('a film is taken by its content, made anew, captioned, and released by another who looked at every point', async () => {
  expect((await county.call('writer', 'POST', '/film-desk', film({ title: '玉溪的一天' }))).body).toContain('adWords')
  expect((await county.call('courier', 'GET', '/film-desk')).statusCode).toBe(403)
  const { id } = (await county.call('writer', 'POST', '/film-desk', film())).json() as { id: string }
  expect((await sendFilm(id, 1, Buffer.from('#EXTM3U\nfile:///etc/passwd\n'))).sent.body).toContain('filmKindUnknown')
  const whole = camera()
  const torn = await sendFilm(id, 1, whole.subarray(0, 3_000))
  await encoded(torn.job)
  expect(await filmLine(id)).toMatchObject({ state: 'draft', fault: 'unreadable', version: 3 })
  const { job } = await sendFilm(id, 3, whole)
  expect(await filmLine(id)).toMatchObject({ state: 'encoding', mine: false })
  await encoded(job)
  expect(await filmLine(id)).toMatchObject({ state: 'ready', seconds: 1, progress: 100, fault: null })
  const media = (who: 'legal' | 'public', file: string) => county.call(who, 'GET', `/films/${id}/media/${file}`)
  expect((await media('public', 'index.m3u8')).body).toContain('filmUnknown')
  expect((await media('legal', 'index.m3u8')).body).toContain('ENDLIST')
  expect((await media('legal', 's00000.ts')).rawPayload.includes('+22.18')).toBe(false)
  const room = filmFolder(county.house.services.config.dataFolder, id)
  expect(readdirSync(room)).toEqual([job?.upload])
  expect(readdirSync(join(room, job?.upload ?? '')).toSorted()).toEqual(['cover.jpg', 'index.m3u8', 's00000.ts'])
  // A job that runs twice finds its work done and leaves it.
  await encoded(job)
  expect(readdirSync(room)).toEqual([job?.upload])
  expect((await media('legal', 'cover')).rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))

  const looked = checksFor('public')
  expect((await stepFilm('legal', id, { event: 'release', version: 5, looked })).body).toContain('filmCaptionsMissing')
  const captions = '0:00 把许可证挂在看得见的地方'
  expect((await stepFilm('writer', id, { event: 'edit', version: 5, captions })).statusCode).toBe(200)
  expect((await stepFilm('writer', id, { event: 'release', version: 6, looked })).body).toContain('filmSamePerson')
  expect((await stepFilm('legal', id, { event: 'release', version: 6, looked: ['noPack'] })).body).toContain(
    'pictureNotLooked',
  )
  expect((await stepFilm('legal', id, { event: 'release', version: 6, looked })).statusCode).toBe(200)
  expect((await media('public', 'captions.vtt')).body).toContain('WEBVTT')
  const viewer = randomUUID()
  for (const mark of [viewer, viewer, randomUUID()])
    await county.call('public', 'POST', `/films/${id}/views`, { viewer: mark })
  expect((await county.call('public', 'GET', '/films')).json()).toMatchObject({
    items: [{ id, views: 2, citations: ['《未成年人保护法》第五十九条'] }],
  })
  await expect(
    county.all(tx => sql`update outreach.film set released_by = prepared_by where id = ${id}`.execute(tx)),
  ).rejects.toThrow('film_by_two')
})

it('making a film is called off, and begins again with the house', async () => {
  const { id } = (await county.call('writer', 'POST', '/film-desk', film({ episode: 2 }))).json() as { id: string }
  const first = await sendFilm(id, 1, camera())
  const stopped = new AbortController()
  stopped.abort()
  await expect(encoded(first.job, stopped.signal)).rejects.toThrow('stopped')
  expect(await filmLine(id)).toMatchObject({ state: 'encoding' })
  expect((await stepFilm('legal', id, { event: 'cancel', version: 2 })).statusCode).toBe(200)
  await encoded(first.job)
  expect(await filmLine(id)).toMatchObject({ state: 'draft', seconds: null, fault: null })
  const room = filmFolder(county.house.services.config.dataFolder, id)
  expect(readdirSync(room)).toEqual([])
})

it('without ffmpeg neither a class nor a film begins, by name, and a film that was being made says why it was not', async () => {
  const { id } = (await county.call('writer', 'POST', '/film-desk', film({ episode: 5 }))).json() as { id: string }
  const waiting = await sendFilm(id, 1, Buffer.from('    ftypisom'))
  const lesson = await plan()
  const path = process.env['PATH']
  try {
    process.env['PATH'] = folder
    forgetFfmpeg()
    await encoded(waiting.job)
    expect(await filmLine(id)).toMatchObject({ state: 'draft', fault: 'ffmpegMissing' })
    expect((await stepFilm('writer', id, { event: 'encode', version: 3 })).json()).toMatchObject({
      code: 'ffmpegMissing',
    })
    expect((await step('writer', lesson, { event: 'open', version: 1 })).body).toContain('ffmpegMissing')
    expect((await county.call('legal', 'GET', '/film-desk')).json()).toMatchObject({ ffmpeg: false })
    expect((await county.call('public', 'GET', '/live')).json()).toMatchObject({ ffmpeg: false })
  } finally {
    process.env['PATH'] = path
    forgetFfmpeg()
  }
})

// The last: the clock goes on by half a year, and everybody's session with it.
it('what was withdrawn leaves the disk after the retention, not before; its record and the film beside it stay', async () => {
  const day = { hours: 24 }
  const data = county.house.services.config.dataFolder
  const lesson = await plan()
  const { id } = (await county.call('writer', 'POST', '/film-desk', film({ episode: 3 }))).json() as { id: string }
  const { id: other } = (await county.call('writer', 'POST', '/film-desk', film({ episode: 4 }))).json() as {
    id: string
  }
  const folders = [recordingFolder(data, lesson), filmFolder(data, id), filmFolder(data, other)]
  for (const one of folders) {
    mkdirSync(one, { recursive: true })
    writeFileSync(join(one, 'index.m3u8'), '#EXTM3U')
  }
  expect((await step('writer', lesson, { event: 'withdraw', version: 1, reason: '讲错了' })).statusCode).toBe(200)
  expect((await stepFilm('writer', id, { event: 'withdraw', version: 1, reason: '画面不妥' })).statusCode).toBe(200)
  const left = async () => {
    await removeWithdrawn(county.house)
    return folders.map(one => existsSync(one))
  }
  county.house.clock.advance({ hours: 179 * day.hours })
  expect(await left()).toEqual([true, true, true])
  county.house.clock.advance({ hours: 2 * day.hours })
  expect(await left()).toEqual([false, false, true])
  const rows = () => county.all(tx => sql`select state, reason from outreach.film where id = ${id}`.execute(tx))
  expect((await rows()).rows).toEqual([{ state: 'withdrawn', reason: '画面不妥' }])
  // A folder that comes back by hand is not looked at again: the row says when it went.
  mkdirSync(filmFolder(data, id), { recursive: true })
  expect(await left()).toEqual([false, true, true])
})
