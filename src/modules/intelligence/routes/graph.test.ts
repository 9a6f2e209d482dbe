import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import type { GraphHit, GraphMerge, GraphNode, GraphWays, Picture } from '../contract.ts'
import { findAccess } from '../graph/access.ts'
import { type Fact, type Learned, learnFacts } from '../graph/learn.ts'
import { proposeMerges } from '../graph/merges.ts'
import { tellHandlers } from '../graph/notices.ts'
import { createIntelligence } from '../index.ts'

const old = { kind: 'case', value: '恩烟立〔2026〕第11号' } as const
const clue = { kind: 'clue', value: 'XS-2026-000101' } as const
const phone = { kind: 'phone', value: '13800138011' } as const
const plate = { kind: 'plate', value: '粤J·A1234' } as const
const boss = { kind: 'person', value: '恩烟立〔2026〕第11号/1', name: '陈小明' } as const
const other = { kind: 'person', value: 'XS-2026-000101/1', name: '陈小鸣' } as const
const names = (from: Fact['from'], to: Fact['to'], validFrom: string): Fact => ({
  from,
  kind: 'names',
  to,
  validFrom,
  confidence: 0.9,
})

let house: Awaited<ReturnType<typeof openAccessHouse>>
let cookies: Record<'analyst' | 'head' | 'window' | 'townsman' | 'colleague', string>
let access = ''
let analystId = ''
let townsmanId = ''
let windowId = ''
let headId = ''

const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
const learn = async (ref: string, kind: 'case' | 'clue', facts: readonly Fact[], matter?: Learned['matter']) => {
  const learned = { source: { kind, ref }, areaCode: '440785103', facts, ...(matter ? { matter } : {}) }
  const told = await all(tx => learnFacts(tx, learned, { keyring: house.services.keyring, at: house.clock.now() }))
  if (!told.ok) throw new Error(told.refusal)
  return told.value
}
const call = (who: keyof typeof cookies, method: 'GET' | 'POST', url: string, payload?: object) =>
  house.app.inject({
    method,
    url: `/api/intelligence/graph${url}`,
    headers: { cookie: cookies[who], 'idempotency-key': randomUUID() },
    ...(payload ? { payload } : {}),
  })
const found = async (text: string): Promise<GraphNode> => {
  const reply = (await call('analyst', 'GET', `/search?access=${access}&text=${encodeURIComponent(text)}`)).json()
  return (reply as { nodes: GraphNode[] }).nodes[0] ?? expect.unreachable(`${text}: ${JSON.stringify(reply)}`)
}

beforeAll(async () => {
  house = await openAccessHouse([
    createIntelligence({
      reporterLine: { send: async () => ({ kind: 'unavailable' }) },
      tellEarlier: async () => undefined,
    }),
  ])
  const hire = async (...given: [string, Parameters<typeof hireAndSignIn>[2], string[]?]) =>
    (await hireAndSignIn(house, given[0], given[1], given[2])).cookie
  const analyst = await hireAndSignIn(house, 'analyst1', ['analyst'])
  const window = await hireAndSignIn(house, 'window1', ['window'])
  const townsman = await hireAndSignIn(house, 'inspector9', ['inspector'], ['440785103'])
  const head = await hireAndSignIn(house, 'head1', ['head'])
  ;[analystId, windowId, townsmanId, headId] = [analyst.staffId, window.staffId, townsman.staffId, head.staffId]
  cookies = {
    analyst: analyst.cookie,
    colleague: await hire('analyst2', ['analyst']),
    head: head.cookie,
    window: window.cookie,
    townsman: townsman.cookie,
  }
  const matter = { entity: old, open: true, title: '非法经营', handlers: [] }
  await learn(old.value, 'case', [names(old, phone, '2026-03-01'), names(old, boss, '2026-03-01')], matter)
})
afterAll(() => house.close())

describe('the graph', () => {
  it('raises a hit in the transaction of the fact, with its reason, once for a pair, and says the same record nothing twice', async () => {
    const facts = [names(clue, phone, '2026-11-20'), names(clue, other, '2026-11-20')]
    const matter = { entity: clue, open: true, title: '假烟', handlers: [] }
    const first = await learn(clue.value, 'clue', facts, matter)
    expect(first).toMatchObject({ edges: 2, hits: [{ matter: old.value }] })
    expect(await learn(clue.value, 'clue', facts, matter)).toEqual({ edges: 0, hits: [] })
    const more = [
      names(clue, plate, '2026-11-21'),
      { from: boss, kind: 'drives', to: plate, validFrom: '2026-02-02', confidence: 0.8 } as const,
    ]
    const again = await learn('XS-2026-000101/2', 'clue', more)
    // What the clue's own record says of it is no collision with it.
    expect(again.hits.map(({ matter }) => matter)).toEqual([old.value])
    // Whoever handles it waits by the second: the job goes before whatever else stands in the queue.
    const { rows } = await all(tx =>
      sql<{
        n: number
        priority: number
      }>`select count(*)::int as n, max(j.priority)::int as priority from platform.announcement a
        join graphile_worker.jobs j on true join graphile_worker._private_jobs p on p.id = j.id and (p.payload->>'announcementId')::bigint = a.id
        where a.event = 'intelligence.graphCollided'`.execute(tx),
    )
    expect(rows).toEqual([{ n: 2, priority: -10 }])
  })

  it('tells the handlers within their rights, once, and the analysts where nobody handles it; each notes it for himself', async () => {
    const hits = await all(tx => sql<{ id: number }>`select id from intelligence.graph_hit order by id`.execute(tx))
    const [first, second] = hits.rows.map(({ id }) => id)
    const tell = (id: number | undefined) => all(tx => tellHandlers(tx, id ?? 0, house.clock.now()))
    const unseen = async (who: keyof typeof cookies) => (await call(who, 'GET', '/notices')).json()
    // Nobody handles either matter yet.
    expect(await tell(first)).toBe(2)
    expect(await unseen('colleague')).toEqual({ unseen: 1 })
    // One handler who may read the county, one who serves a town only, one who is no graph reader.
    const handlers = [analystId, townsmanId, windowId]
    await learn(old.value, 'case', [], { entity: old, open: true, title: '非法经营', handlers })
    expect(await tell(second)).toBe(1)
    expect(await tell(second)).toBe(0)
    expect([await unseen('analyst'), await unseen('colleague'), await unseen('head')]).toEqual([
      { unseen: 2 },
      { unseen: 1 },
      { unseen: 0 },
    ])
    expect((await call('window', 'GET', '/notices')).statusCode).toBe(403)
    const { items } = (await call('analyst', 'GET', '/hits')).json() as { items: GraphHit[] }
    expect(items.map(({ told }) => told?.as).toSorted()).toEqual(['analyst', 'handler'])
    expect((await call('head', 'POST', `/hits/${second}/seen`, {})).json()).toMatchObject({ code: 'graphHitNotYours' })
    expect((await call('analyst', 'POST', `/hits/${second}/seen`, {})).statusCode).toBe(200)
    expect(await unseen('analyst')).toEqual({ unseen: 1 })
    expect((await call('head', 'GET', '/hit-figures')).json()).toMatchObject({
      raised: 2,
      told: 2,
      seen: 1,
      secondsMost: 0,
    })
  })

  it('tells nobody of a matter that is closed', async () => {
    await learn(old.value, 'case', [], { entity: old, open: false, title: '非法经营', handlers: [headId] })
    const hits = await all(tx => sql<{ id: number }>`select id from intelligence.graph_hit order by id`.execute(tx))
    expect(await all(tx => tellHandlers(tx, hits.rows[0]?.id ?? 0, house.clock.now()))).toBe(0)
    const facts = [names({ kind: 'alert', value: 'A77' }, phone, '2026-11-22')]
    expect((await learn('A77', 'case', facts)).hits.map(({ matter }) => matter)).toEqual([clue.value])
    await learn(old.value, 'case', [], { entity: old, open: true, title: '非法经营', handlers: [analystId] })
  })

  it('opens only for a purpose and a matter that exists, to whoever asked, for a while', async () => {
    const ask = (who: keyof typeof cookies, matterNo: string) =>
      call(who, 'POST', '/accesses', { purpose: 'verify', matterNo, note: '' })
    expect((await ask('window', clue.value)).statusCode).toBe(403)
    expect((await ask('analyst', 'XS-2026-999999')).json()).toMatchObject({ code: 'graphMatterUnknown' })
    expect((await ask('townsman', clue.value)).json()).toMatchObject({ code: 'graphMatterUnknown' })
    const opened = await ask('analyst', clue.value)
    expect(opened.json()).toMatchObject({ purpose: 'verify', matter: { kind: 'clue', label: clue.value } })
    access = (opened.json() as { id: string }).id
    const look = (who: keyof typeof cookies) => call(who, 'GET', `/search?access=${access}&text=13800138011`)
    expect((await look('colleague')).json()).toMatchObject({ code: 'graphAccessEnded' })
    expect((await look('analyst')).statusCode).toBe(200)
  })

  it('finds a whole number, plate or name, masked, and shows the whole only when asked for', async () => {
    expect(await found('138 0013 8011')).toMatchObject({ kind: 'phone', label: '*******8011' })
    expect(await found('粤JA1234')).toMatchObject({ kind: 'plate', label: '粤J**34' })
    const person = await found('陈小明')
    expect(person).toMatchObject({ kind: 'person', label: '陈**' })
    expect((await call('analyst', 'GET', `/search?access=${access}&text=1380013`)).json()).toEqual({ nodes: [] })
    expect((await call('analyst', 'POST', '/reveals', { access, node: person.id })).json()).toEqual({ text: '陈小明' })
  })

  it('expands by time and kind, and finds the way from a clue to a case with the records of each step', async () => {
    const node = await found(clue.value)
    const expanded = async (more: string) =>
      (await call('analyst', 'GET', `/expansion?access=${access}&node=${node.id}&depth=1${more}`)).json() as Picture
    expect((await expanded('')).nodes.map(({ kind }) => kind).toSorted()).toEqual(['clue', 'person', 'phone', 'plate'])
    expect((await expanded('&until=2026-11-20')).nodes).toHaveLength(3)
    expect((await expanded('&kinds=drives')).nodes).toHaveLength(1)
    const ways = (await call('analyst', 'GET', `/reach?access=${access}&from=${node.id}&to=case`)).json() as GraphWays
    expect(ways.paths).toHaveLength(1)
    expect(ways.picture.edges.map(({ sources }) => sources[0]?.ref).toSorted()).toEqual(
      [clue.value, old.value].toSorted(),
    )
    const [caseId] = ways.paths[0]?.slice(-1) ?? []
    const path = (
      await call('analyst', 'GET', `/path?access=${access}&from=${node.id}&to=${caseId}`)
    ).json() as GraphWays
    expect(path).toMatchObject({ answer: 'path', paths: ways.paths })
  })

  it('lets the handler confirm or dismiss a hit once, with a reason', async () => {
    const { items } = (await call('head', 'GET', '/hits')).json() as { items: GraphHit[] }
    const hit = items.find(({ low, high }) => [low.kind, high.kind].toSorted().join() === 'case,clue')
    expect(hit?.via.map(({ node }) => node.label)).toEqual(['*******8011'])
    const decide = (reason: string) =>
      call('head', 'POST', `/hits/${hit?.id}/decision`, { verdict: 'confirmed', reason })
    expect((await decide('')).statusCode).toBe(400)
    expect((await decide('同一电话，寄件时间吻合')).statusCode).toBe(200)
    expect((await decide('再来一次')).json()).toMatchObject({ code: 'graphHitDecided' })
  })

  it('merges two persons as an overlay, and taking it back leaves the very same state', async () => {
    const [a, b] = [await found('陈小明'), await found('陈小鸣')]
    const offered = [{ a: a.id, b: b.id, score: 0.9, because: ['姓名读音相同'] }]
    expect(await all(tx => proposeMerges(tx, offered, house.clock.now()))).toBe(1)
    const list = async () =>
      (await call('analyst', 'GET', '/merges')).json() as { items: GraphMerge[]; stateHash: string }
    const before = await list()
    const decide = async (verdict: string) =>
      (
        await call('analyst', 'POST', `/merges/${before.items[0]?.id}/decision`, { verdict, reason: '同一身份证' })
      ).json()
    const merged = (await decide('merged')) as { stateHash: string }
    expect(merged.stateHash).not.toBe(before.stateHash)
    expect(await found('陈小鸣')).toMatchObject({ id: Math.min(a.id, b.id), merged: 2 })
    const node = await found(clue.value)
    const ring = (await call('analyst', 'GET', `/expansion?access=${access}&node=${node.id}&depth=2`)).json() as Picture
    expect(ring.nodes.filter(({ kind }) => kind === 'person')).toHaveLength(1)
    expect(await decide('undone')).toMatchObject({ stateHash: before.stateHash })
    expect(await decide('undone')).toMatchObject({ code: 'graphMergeDecided' })
    expect(await all(tx => proposeMerges(tx, offered, house.clock.now()))).toBe(0)
  })

  it('saves a view for the matter, prints it, and counts everything that was looked at', async () => {
    const node = await found(clue.value)
    const content = { nodes: [{ id: node.id, x: 1, y: 2 }], since: '', until: '', kinds: [] }
    const { id } = (await call('analyst', 'POST', '/views', { access, title: '第一张', content })).json() as {
      id: string
    }
    expect((await call('analyst', 'GET', `/views/${id}?access=${access}`)).json()).toMatchObject({
      title: '第一张',
      content,
    })
    const chart = await call('analyst', 'POST', '/charts', { access, title: '关系图', content })
    expect(chart.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const { items } = (await call('head', 'GET', '/accesses')).json() as {
      items: { matterNo: string; looked: number; revealed: number }[]
    }
    expect(items).toEqual([expect.objectContaining({ matterNo: clue.value, looked: 7, revealed: 1 })])
    const { rows } = await all(tx =>
      sql<{ n: number }>`select count(*)::int as n from platform.audit_entry
      where action = 'intelligence.readGraph' and subject = ${clue.value} and reason = 'verify'`.execute(tx),
    )
    expect(rows[0]?.n).toBeGreaterThan(10)
  })

  it('makes a chain into a report of which every sentence has a source', async () => {
    const ask = async (url: string, payload: object) =>
      house.app.inject({
        method: 'POST',
        url: `/api/intelligence/chains${url}`,
        headers: { cookie: cookies.analyst, 'idempotency-key': randomUUID() },
        payload: { access, ...payload },
      })
    const node = await found(clue.value)
    const ring = (await call('analyst', 'GET', `/expansion?access=${access}&node=${node.id}&depth=1`)).json() as Picture
    const edge = ring.edges[0]?.sources[0]?.id ?? 0
    const { id } = (await ask('', { title: '第一条链' })).json() as { id: string }
    const add = async (kind: string, text: string, edges: number[], items: number[]) =>
      (await ask(`/${id}/items`, { kind, text, edges, items })).json() as { id: number; code?: string }
    expect(await add('fragment', '没有依据的话', [], [])).toMatchObject({ code: 'chainSourceMissing' })
    expect(await add('fragment', '一句。两句', [edge], [])).toMatchObject({ code: 'chainManySentences' })
    const known = await add('fragment', '线索涉及这个号码', [edge], [])
    const gap = await add('gap', '号码的使用人', [], [known.id])
    const task = { item: gap.id, asker: '稽查甲', asked: '邮政', what: '收件地址', dueOn: '2026-12-01' }
    expect((await ask(`/${id}/tasks`, { ...task, dueOn: '2026-01-01' })).json()).toMatchObject({
      code: 'chainDueInThePast',
    })
    const { id: taskId } = (await ask(`/${id}/tasks`, task)).json() as { id: number }
    expect((await ask(`/${id}/tasks/answer`, { task: taskId, answer: '已提供' })).statusCode).toBe(200)
    expect((await ask(`/${id}/items/state`, { item: gap.id, state: 'filled', reason: '邮政已答复' })).statusCode).toBe(
      200,
    )
    expect((await ask(`/${id}/report`, {})).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is hit by nothing that its own record says', async () => {
    const fresh = { kind: 'phone', value: '13800138099' } as const
    await learn(`${clue.value}/9`, 'clue', [names(clue, fresh, '2026-11-22')])
    const own = { from: boss, kind: 'uses', to: fresh, validFrom: '2026-11-22', confidence: 0.7 } as const
    // The case that names the person hears of his number; the clue that said so does not.
    expect((await learn(clue.value, 'clue', [own])).hits.map(({ matter }) => matter)).toEqual([old.value])
  })

  it('keeps no value of a person in clear, and ends an access by itself', async () => {
    const { rows } = await all(tx =>
      sql<{ words: string }>`select string_agg(n::text, ' ') as words from intelligence.graph_node n`.execute(tx),
    )
    expect(rows[0]?.words).not.toMatch(/13800138011|A1234|陈小/u)
    const asked = (minutes: number) => {
      const at = momentOf(house.clock.now().instant.add({ minutes }))
      return all(tx => findAccess(tx, { id: access, staffId: analystId }, at))
    }
    expect(await asked(119)).toMatchObject({ ok: true })
    expect(await asked(121)).toMatchObject({ refusal: 'graphAccessEnded' })
  })
})
