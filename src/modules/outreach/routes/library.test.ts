import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { buildServer } from '#platform/http/server'
import { openKeyring } from '#platform/keyring'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { createOutreach, importStatutes } from '../index.ts'

let home: TestDatabase
let app: FastifyInstance
let folder: string

const statute = (...articles: string[]): string =>
  ['# 中华人民共和国行政许可法', '', '---', '## 第一章　总则', ...articles].join('\n')

async function take(name: string, text: string): Promise<void> {
  const laws = join(folder, 'laws')
  mkdirSync(laws, { recursive: true })
  writeFileSync(join(laws, name), text)
  await importStatutes(home.database, laws)
}

const get = async (url: string) => {
  const reply = await app.inject({ url })
  return { status: reply.statusCode, body: reply.json() }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yzt-library-'))
  home = await createTestDatabase()
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: home.database,
    clock: movableClock('2026-11-23T02:00:00Z'),
    keyring: await openKeyring(join(folder, 'keys'), { create: true }),
    log: createLogger({ level: 'silent' }),
  }
  const metrics = createMetrics({ pool: home.database.pool })
  const authenticate = async () => ({ ok: true as const, value: { actor: { kind: 'anonymous' as const } } })
  app = await buildServer({ services, modules: [createOutreach()], authenticate, metrics, distFolder: folder })
})
afterAll(async () => {
  await app.close()
  await home.drop()
  rmSync(folder, { recursive: true })
})

describe('the library of laws', () => {
  it('holds the articles this system cites by its own words where no text was imported, and says so', async () => {
    const { body } = await get(`/api/outreach/search?q=${encodeURIComponent('行政许可法第五十条')}`)
    expect(body.items[0]).toMatchObject({ key: 'XK', number: 50, imported: false, label: '第五十条' })
  })

  it('opens a text as soon as it is imported, finds its words, and tells two versions apart', async () => {
    await take('行政许可法(2003-08-27).md', statute('第一条　为了规范行政许可。', '第二条　旧的说法。'))
    await take('行政许可法(2019-04-23).md', statute('第一条　为了规范行政许可。', '第二条　新的说法，便民高效。'))
    const { body } = await get(`/api/outreach/search?q=${encodeURIComponent('便民高效')}`)
    const [hit] = body.items
    expect(hit).toMatchObject({ imported: true, number: 2, heading: '第一章 总则' })
    const whole = await get(`/api/outreach/statutes/${hit.key}`)
    expect(whole.body.statute).toMatchObject({ day: '2019-04-23', articles: 2, earlier: true })
    const changes = await get(`/api/outreach/statutes/${hit.key}/changes`)
    expect(changes.body.items).toEqual([
      { label: '第二条', kind: 'changed', before: '旧的说法。', after: '新的说法，便民高效。' },
    ])
    const list = await get('/api/outreach/statutes')
    expect(list.body.items.filter(({ title }: { title: string }) => title.includes('行政许可法'))).toHaveLength(1)
  })

  it.each([
    ['/api/outreach/statutes/999999', 404, 'statuteUnknown'],
    ['/api/outreach/statutes/WB/changes', 404, 'noEarlierVersion'],
    ['/api/outreach/search?q=', 400, undefined],
    ['/api/outreach/statutes/%27', 400, undefined],
  ])('%s is answered %s', async (url, status, refusal) => {
    const reply = await get(url)
    expect(reply.status).toBe(status)
    if (refusal) expect(reply.body.refusal ?? reply.body.type).toContain(refusal)
  })
})
