import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openStaffedCounty } from '../../registry/testing/staffed-county.ts'
import type { LiveDeskLine, LiveView } from '../contract.ts'
import { createOutreach, createStudio, recordingFolder } from '../index.ts'

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
  expect((await county.call('writer', 'POST', '/broadcasts', nowhere)).body).toContain('liveArticleUnknown')
  expect((await county.call('courier', 'GET', '/broadcasts')).statusCode).toBe(403)
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
