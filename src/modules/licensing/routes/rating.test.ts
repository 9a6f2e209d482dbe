import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { CheckResult, FollowUp, RatingFigure } from '../contract.ts'
import { createLicensing } from '../index.ts'
import { officer, one, openRenewalHouse, type RenewalHouse } from '../testing/renewal-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-rating-'))
const window = officer('00000000-0000-4000-8000-000000000001', 'window')
const other = officer('00000000-0000-4000-8000-000000000003', 'window')
const nos = ['440785100011', '440785100012', '440785100013'] as const

let house: RenewalHouse
let app: FastifyInstance
let actor: Actor
const filed: CheckResult[] = []

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops(nos.map((no, index) => ({ no, person: index + 1 })))
  for (const [index, no] of nos.entries()) {
    const submitted = await house.submit(no, house.citizen(index + 1), {
      business: { kind: index === 2 ? 'found' : 'unavailable', live: true, ...same },
    } as never)
    if (!submitted.ok) throw new Error(submitted.refusal)
    filed.push(submitted.value)
  }
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: house.test.database,
    clock: movableClock('2026-11-26T02:00:00Z'),
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  app = await buildServer({
    services,
    modules: [createLicensing({ businessRegister: { look: async () => ({ kind: 'unavailable' }) } })],
    authenticate: async () => ok({ actor }),
    metrics: createMetrics({ pool: house.test.database.pool }),
    distFolder: folder,
  })
})
const same = { sameName: true, sameOperator: true, sameAddress: true }
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

let serial = 0
const post = async (url: string, payload: object) => {
  serial += 1
  const headers = { 'idempotency-key': `key-rating-${serial}`, 'content-type': 'application/json' }
  const reply = await app.inject({ method: 'POST', url, payload, headers })
  return { status: reply.statusCode, body: reply.json() }
}
const get = async <T>(url: string): Promise<T> => (await app.inject({ method: 'GET', url })).json() as T
const fileOf = (index: number): CheckResult => {
  const file = filed[index]
  if (!file) throw new Error('not filed')
  return file
}
const mine = (index: number) => `/api/licensing/my/applications/${fileOf(index).applicationNo}/rating`
const good = { grade: 5, reasons: ['fast'], words: '' }

describe('好差评', () => {
  it('is given once by the person and never changed', async () => {
    actor = house.citizen(3)
    expect(await post(mine(2), good)).toMatchObject({ status: 200, body: { followUpBy: null } })
    expect(await post(mine(2), { ...good, grade: 1 })).toMatchObject({ status: 409, body: { code: 'ratedAlready' } })
    await expect(house.all(tx => sql`update licensing.rating set grade = 1`.execute(tx))).rejects.toThrow()
  })

  it('is nobody else’s to give', async () => {
    actor = house.citizen(3)
    expect(await post(mine(0), good)).toMatchObject({ status: 404, body: { code: 'applicationNotFound' } })
  })

  it('is given from any telephone by number and code; a wrong code and an unknown number are one answer', async () => {
    actor = { kind: 'anonymous' }
    const { applicationNo, checkCode } = fileOf(0)
    const url = `/api/licensing/progress/${applicationNo}/rating`
    const bad = { grade: 1, reasons: ['slow', 'fast'], words: '等了两次，姓陈的办的' }
    const wrong = await post(url, { ...bad, code: 'AAAAAA' })
    const unknown = await post('/api/licensing/progress/R20200101-000009/rating', { ...bad, code: 'AAAAAA' })
    expect([wrong.status, wrong.body.code]).toEqual([unknown.status, unknown.body.code])
    expect(await post(url, { ...bad, code: checkCode.toLowerCase() })).toMatchObject({
      status: 200,
      body: { followUpBy: '2026-12-03' },
    })
    const stored = await one<{ words: string; reasons: string[] }>(
      house,
      sql`select words_sealed as words, reasons from licensing.rating where application_no = ${applicationNo}`,
    )
    expect(stored.reasons).toEqual(['slow'])
    expect(stored.words).not.toContain('姓陈')
  })

  it('says what cannot be read by name and stores nothing', async () => {
    actor = house.citizen(2)
    expect((await post(mine(1), { ...good, grade: 6 })).status).toBe(400)
    expect((await post(mine(1), { ...good, words: '长'.repeat(400) })).status).toBe(422)
    expect(await post(mine(1), { ...good, grade: 2 })).toMatchObject({ status: 200 })
  })
})

describe('a bad rating', () => {
  const list = async (view = 'open') =>
    (await get<{ items: FollowUp[] }>(`/api/licensing/rating-follow-ups?view=${view}`)).items
  const line = (index: number) => `/api/licensing/rating-follow-ups/${fileOf(index).applicationNo}/lines`

  it('is shown to those who did not handle the file, and to nobody who did', async () => {
    const { applicationNo } = fileOf(0)
    await house.all(tx =>
      sql`insert into licensing.application_event (application_no, licence_no, at, event, by)
        select application_no, licence_no, now(), 'accept', ${`staff:${window.staffId}`} from licensing.application
        where application_no = ${applicationNo}`.execute(tx),
    )
    actor = window
    expect((await list()).map(item => item.applicationNo)).toEqual([fileOf(1).applicationNo])
    expect(await post(line(0), { outcome: 'solved', note: '电话回访。' })).toMatchObject({
      status: 404,
      body: { code: 'ratingNotFound' },
    })
    actor = other
    expect((await list()).map(item => [item.applicationNo, item.tone])).toEqual(
      expect.arrayContaining([[applicationNo, 'calm']]),
    )
    expect((await list())[0]?.words).toBe('等了两次，姓陈的办的')
  })

  it('stays open while nobody was reached, ends with an outcome, and stays ended', async () => {
    actor = other
    expect(await post(line(0), { outcome: 'unreached', note: '   ' })).toMatchObject({
      body: { code: 'followUpNoteMissing' },
    })
    expect(await post(line(0), { outcome: 'unreached', note: '没有人接。' })).toMatchObject({ body: { tone: 'calm' } })
    expect(await post(line(0), { outcome: 'solved', note: '当面说明并致歉。' })).toMatchObject({
      status: 200,
      body: { tone: 'done', lines: [{ note: '没有人接。' }, { outcome: 'solved' }] },
    })
    expect(await post(line(0), { outcome: 'explained', note: '再记一次' })).toMatchObject({
      body: { code: 'followUpEnded' },
    })
    expect(await list('done')).toHaveLength(1)
  })

  it('is counted in figures that withhold the grades of small groups', async () => {
    actor = other
    const figures = await get<{ items: RatingFigure[] }>('/api/licensing/rating-figures?by=service')
    expect(figures.items).toMatchObject([{ key: 'renewal', rated: 3, counts: [1, 0, 0, 1, 1] }])
    const channels = await get<{ items: RatingFigure[] }>('/api/licensing/rating-figures?by=town')
    expect(channels.items[0]?.label).toBe('沙湖镇')
  })
})
