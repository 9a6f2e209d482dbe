import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { cite } from '#kernel/citation'
import type { LawUse } from '#kernel/law-use'
import { movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { buildServer } from '#platform/http/server'
import { openKeyring } from '#platform/keyring'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createTestDatabase, type TestDatabase } from '../../../../../test/database/harness.ts'
import { createOutreach, createStudio, importStatutes } from '../../index.ts'

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

/** Who asks: nobody, or one of two people of the bureau. */
let actor: Actor = { kind: 'anonymous' }
const staff = (staffId: string): Actor => ({
  kind: 'staff',
  staffId,
  sessionId: 's',
  roles: ['legal'],
  areas: ['440785'],
})
const [writer, releaser] = [
  staff('018f0000-0000-7000-8000-000000000001'),
  staff('018f0000-0000-7000-8000-000000000002'),
]

const send = async (who: Actor, url: string, body?: object) => {
  actor = who
  const reply = await app.inject({
    ...{ url, method: body === undefined ? 'GET' : 'POST' },
    ...(body === undefined ? {} : { payload: body, headers: { 'idempotency-key': crypto.randomUUID() } }),
  })
  return { status: reply.statusCode, body: reply.json() }
}
const get = (url: string) => send({ kind: 'anonymous' }, url)

const uses: readonly LawUse[] = [
  {
    id: 'licensing.rules.R06',
    kind: 'rule',
    zh: '延续申请的时间',
    en: 'Time of a renewal',
    cites: [cite('XK', 2)],
    path: '/console/work',
  },
  {
    id: 'licensing.services.renewal',
    kind: 'form',
    zh: '延续',
    en: 'Renewal',
    cites: [cite('XK', 2)],
    path: '/services/renewal',
  },
  {
    id: 'intelligence.steps.ask',
    kind: 'rule',
    zh: '线索办理',
    en: 'Clue',
    cites: [cite('XK', 2)],
    path: '/console/clues',
  },
]

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
  const authenticate = async () => ({ ok: true as const, value: { actor } })
  const modules = [createOutreach({ lawUses: async () => uses, studio: createStudio('/nowhere') })]
  app = await buildServer({ services, modules, authenticate, metrics, distFolder: folder })
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
    const whole = await get('/api/outreach/statutes/S37')
    expect(whole.body.statute).toMatchObject({
      number: '工业和信息化部令第37号',
      inForce: '2016-07-20',
      imported: false,
    })
  })

  it('opens a text as soon as it is imported, finds its words, and tells two versions apart', async () => {
    await take(
      '行政许可法(2003-08-27).md',
      statute('第一条　为了规范行政许可。', '第二条　旧的说法。', '第三条　自2004年7月1日起施行。'),
    )
    await take(
      '行政许可法(2019-04-23).md',
      statute('第一条　为了规范行政许可。', '第二条　新的说法，便民高效。', '第三条　自2004年7月1日起施行。'),
    )
    const { body } = await get(`/api/outreach/search?q=${encodeURIComponent('便民高效')}`)
    expect(body.items[0]).toMatchObject({ key: 'XK-20190423', imported: true, number: 2, heading: '第一章 总则' })
    const whole = await get('/api/outreach/statutes/XK')
    expect(whole.body.statute).toMatchObject({
      key: 'XK-20190423',
      inForce: '2019-04-23',
      until: null,
      articles: 3,
      earlier: true,
    })
    expect(whole.body.versions).toMatchObject([
      { state: 'inForce' },
      { key: 'XK-20030827', inForce: '2004-07-01', until: '2019-04-23', state: 'past' },
    ])
    const changes = await get('/api/outreach/statutes/XK/changes')
    expect(changes.body.items).toEqual([
      { label: '第二条', kind: 'changed', before: '旧的说法。', after: '新的说法，便民高效。' },
    ])
    const list = await get('/api/outreach/statutes')
    expect(list.body.items.filter(({ title }: { title: string }) => title.includes('行政许可法'))).toHaveLength(1)
  })

  it('answers what was in force on a day, for a law and for an article', async () => {
    const then = await get('/api/outreach/statutes?on=2010-01-01')
    expect(then.body.items.find(({ title }: { title: string }) => title.includes('行政许可法')).key).toBe('XK-20030827')
    const before = await get('/api/outreach/statutes?on=2004-06-30')
    expect(before.body.items.some(({ title }: { title: string }) => title.includes('行政许可法'))).toBe(false)
    expect((await get('/api/outreach/articles/XK/2?on=2010-01-01')).body.text).toBe('旧的说法。')
    expect((await get('/api/outreach/articles/XK/2')).body.text).toBe('新的说法，便民高效。')
  })

  it('shows under an article what rests on it, to the public without inside work and without ways into the console', async () => {
    const open = await get('/api/outreach/statutes/XK')
    expect(open.body.uses).toEqual([
      {
        article: 2,
        uses: [
          { id: 'licensing.rules.R06', kind: 'rule', zh: '延续申请的时间', en: 'Time of a renewal', path: null },
          { id: 'licensing.services.renewal', kind: 'form', zh: '延续', en: 'Renewal', path: '/services/renewal' },
        ],
      },
    ])
    const inside = await send(writer, '/api/outreach/statutes/XK')
    expect(inside.body.uses[0].uses).toHaveLength(3)
    const rule = await get('/api/outreach/uses/licensing.rules.R06')
    expect(rule.body.articles).toMatchObject([
      { key: 'XK', words: '《行政许可法》第二条', text: '新的说法，便民高效。', imported: true },
    ])
    expect((await get('/api/outreach/uses/intelligence.steps.ask')).status).toBe(404)
  })

  it('lists for a version every use of each article it changed', async () => {
    const { body } = await send(writer, '/api/outreach/statutes/XK/impact')
    expect(body.items).toMatchObject([{ label: '第二条', kind: 'changed', uses: [{}, {}, {}] }])
    expect((await get('/api/outreach/statutes/XK/impact')).status).toBe(401)
  })

  it.each([
    ['/api/outreach/statutes/NONE', 404, 'statuteUnknown'],
    ['/api/outreach/statutes/WB/changes', 404, 'noEarlierVersion'],
    ['/api/outreach/uses/no.such', 404, 'lawUseUnknown'],
    ['/api/outreach/search?q=', 400, undefined],
    ['/api/outreach/statutes?on=2026-13', 400, undefined],
    ['/api/outreach/statutes/%27', 400, undefined],
  ])('%s is answered %s', async (url, status, refusal) => {
    const reply = await get(url)
    expect(reply.status).toBe(status)
    if (refusal) expect(reply.body.refusal ?? reply.body.type).toContain(refusal)
  })
})

describe('the editor of the library', () => {
  const draft = {
    ...{ title: '行政许可法', textOf: '2026-10-31', effective: '2027-03-01', source: '全国人大常委会公报（模拟数据）' },
    ...{
      why: '修正',
      body: '第一章　总则\n第一条　为了规范行政许可。\n第二条　再新的说法。\n第三条　自2004年7月1日起施行。',
    },
  }
  const url = '/api/outreach/law-drafts'

  it.each([
    [{ source: '　' }, 'lawWordsMissing'],
    [{ effective: '2027-02-30' }, 'dateInvalid'],
    [{ body: '没有条文' }, 'lawWithoutArticles'],
    [{ body: '第一条　甲\n第一条　乙' }, 'lawArticleTwice'],
    [{ body: '第一条\n第二条　乙' }, 'lawArticleEmpty'],
    [{ textOf: '2019-04-23' }, 'lawVersionExists'],
  ])('does not take a draft with %j', async (fault, refusal) => {
    const reply = await send(writer, url, { ...draft, ...fault })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.body.code ?? reply.body.refusal ?? reply.body.type).toContain(refusal)
  })

  it('publishes nothing before a second person releases it, shows what it touches, and then knows the coming version', async () => {
    const drafted = await send(writer, url, draft)
    const [{ id }] = drafted.body.items
    expect((await send(writer, url, draft)).status).toBe(409)
    const looked = await send(releaser, `${url}/${id}`)
    expect(looked.body).toMatchObject({
      before: 'XK-20190423',
      missing: [],
      items: [{ label: '第二条', uses: [{}, {}, {}] }],
    })
    expect((await get('/api/outreach/statutes/XK')).body.versions).toHaveLength(2)

    const own = await send(writer, `${url}/${id}/release`, {})
    expect(own.status).toBe(403)
    const released = await send(releaser, `${url}/${id}/release`, {})
    expect(released.body.items[0]).toMatchObject({ state: 'released', key: 'XK-20261031' })
    expect((await send(releaser, `${url}/${id}/release`, {})).status).toBe(409)

    const now = await get('/api/outreach/statutes/XK')
    expect(now.body.statute.key).toBe('XK-20190423')
    expect(now.body.versions[0]).toMatchObject({ key: 'XK-20261031', state: 'coming', source: draft.source })
    expect((await get('/api/outreach/articles/XK/2?on=2027-03-01')).body.text).toBe('再新的说法。')
  })

  it('keeps a released text when a file of the same day is imported', async () => {
    await take('行政许可法(2026-10-31).md', statute('第一条　另一种。'))
    const { body } = await get('/api/outreach/statutes/XK-20261031')
    expect(body.articles).toHaveLength(3)
  })

  it('takes a law out of force only by a public entry, by two people; its text stays to be read', async () => {
    const said = { effective: '2026-11-20', source: '公报（模拟数据）', why: '被新法代替' }
    const [{ id }] = (await send(writer, '/api/outreach/statutes/XK/withdrawal', said)).body.items
    await send(releaser, `${url}/${id}/release`, {})
    const { body } = await get('/api/outreach/statutes/XK')
    expect(body.statute).toMatchObject({ state: 'withdrawn', withdrawn: { on: '2026-11-20', why: '被新法代替' } })
    expect(body.articles.length).toBeGreaterThan(0)
  })

  it('is guarded by the database too: one person alone cannot release', async () => {
    await expect(
      home.database.within({ areas: 'all' }, tx =>
        sql`insert into outreach.law_draft (kind, title, text_of, effective, source, why, body, drafted_by, drafted_at, state, closed_by)
          values ('text', 'x', '2026-01-01', '2026-01-01', 's', 'w', 'b', 'staff:a', now(), 'released', 'staff:a')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/check/)
  })
})
