import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chinaCalendar } from '#platform/calendar'
import { digest } from '../actions/draw-manifest.ts'
import { publicationDates, watchOutcomes } from '../actions/draw-outcomes.ts'
import { proposeDrawn } from '../actions/propose-drawn.ts'
import { drawNow } from '../actions/run-draw.ts'
import type { DrawRoom, PublicDraw } from '../contract.ts'
import { noteCreditClass, verifyDraw } from '../index.ts'
import { inspectionPolicy } from '../policy.ts'
import { drawMoves } from '../rules/draw/room.ts'
import { commitmentOf } from '../rules/draw/seed.ts'
import { type InspectionHouse, openInspectionHouse, shops } from '../testing/inspection-house.ts'

let h: InspectionHouse
beforeAll(async () => {
  h = await openInspectionHouse()
  const at = h.house.clock.now()
  await h.all(tx => noteCreditClass(tx, { licenceNo: '440785100010', areaCode: '440785001', class: 'D' }, at))
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const items = [{ code: 'C01', name: '亮证经营' }]
const asked = (change: object = {}) => ({
  title: '第四季度抽查（模拟数据）',
  items,
  visitsFrom: '2026-12-01',
  visitsTo: '2026-12-31',
  publicValue: null,
  repeats: null,
  parties: [
    { kind: 'staff', staffId: h.people.legal.staffId, post: 'legal' },
    { kind: 'staff', staffId: h.people.audit.staffId, post: 'auditAdmin' },
    { kind: 'outside', name: '零售户代表' },
  ],
  ...change,
})
const prepared = async (change: object = {}): Promise<string> => {
  const reply = await h.call('first', 'POST', '/draws', asked(change))
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().id
}
const roomOf = async (id: string) => (await h.call('head', 'GET', `/draws/${id}`)).json() as DrawRoom
const openOf = async (id: string) => (await h.call('public', 'GET', `/public/draws/${id}`)).json() as PublicDraw
const frozen = async (change: object = {}): Promise<string> => {
  const id = await prepared(change)
  const { manifestHash } = (await roomOf(id)).lists
  const done = await h.call('head', 'POST', `/draws/${id}/approval`, { manifestHash })
  if (done.statusCode !== 200) throw new Error(done.body)
  return id
}
const secretOf = (party: string) => digest(`the secret of ${party}`)
const promiseOf = (id: string, party: string, token: string | null = null) => ({
  party,
  commitment: commitmentOf({ drawId: id, party, secret: secretOf(party) }, digest),
  token,
})
const linkOf = async (id: string): Promise<string> => {
  const { items: links } = (await h.call('first', 'POST', `/draws/${id}/party-links`)).json()
  return links[0].path.split('.')[1]
}
const promised = async (id: string): Promise<string> => {
  const token = await linkOf(id)
  await h.call('legal', 'POST', `/public/draws/${id}/promises`, promiseOf(id, 'p1'))
  await h.call('audit', 'POST', `/public/draws/${id}/promises`, promiseOf(id, 'p2'))
  await h.call('public', 'POST', `/public/draws/${id}/promises`, promiseOf(id, 'p3', token))
  return id
}
const opened = async (id: string): Promise<string> => {
  for (const party of ['p1', 'p2', 'p3'])
    await h.call('public', 'POST', `/public/draws/${id}/openings`, { party, secret: secretOf(party) })
  return id
}
const drawn = async (change: object = {}): Promise<string> => {
  const id = await opened(await promised(await frozen(change)))
  await h.all(tx => drawNow(tx, id, h.house.clock.now()))
  return id
}
const refusal = (reply: { json(): { code?: string; type?: string } }) => JSON.stringify(reply.json())

describe('the draw room', () => {
  it('leads from the lists to a file that a stranger makes again', async () => {
    const id = await prepared()
    expect((await h.call('public', 'GET', `/public/draws/${id}`)).statusCode).toBe(404)
    await h.call('first', 'POST', `/draws/${id}/exclusions`, { object: '440785100011', reason: '举报核查中，另行检查' })
    await h.call('first', 'POST', `/draws/${id}/recusals`, {
      officer: h.people.third.staffId,
      where: '440785001',
      reason: '近亲属在该镇街经营',
    })
    const before = await roomOf(id)
    expect(before.lists.officers.map(one => one.id)).not.toContain(h.people.grid.staffId)
    expect(before.lists.uncertified).toBe(1)
    expect(before.lists.classes).toEqual([
      { name: 'D', listed: 1, drawn: 1 },
      { name: 'N', listed: 10, drawn: 1 },
    ])
    await h.call('head', 'POST', `/draws/${id}/approval`, { manifestHash: before.lists.manifestHash })
    const open = await openOf(id)
    expect(open.manifest?.exclusions).toEqual([
      { object: '440785100011', by: '模拟inspector1', reason: '举报核查中，另行检查' },
    ])
    expect(open.file).toBeNull()
    await promised(id)
    await opened(id)
    await h.all(tx => drawNow(tx, id, h.house.clock.now()))
    await h.all(tx => drawNow(tx, id, h.house.clock.now()))
    const file = (await h.call('public', 'GET', `/public/draws/${id}/file.json`)).json()
    const verdict = verifyDraw(file, digest)
    expect(verdict.checks.filter(({ ok }) => !ok)).toEqual([])
    expect((await openOf(id)).entries.map(({ kind }) => kind)).toEqual([
      'frozen',
      ...['promised', 'promised', 'promised', 'opened', 'opened', 'opened', 'drawn'],
    ])
    const room = await roomOf(id)
    expect(room.selected.map(shop => shop.id)).toContain('440785100010')
    expect(room.groups.every(({ officers }) => officers.length === 2)).toBe(true)
    const at = h.house.clock.now()
    const setting = { policy: inspectionPolicy(at.today), calendar: chinaCalendar }
    for (let n = 0; n < 2; n += 1) await h.all(tx => proposeDrawn(tx, id, at, setting))
    const proposed = (await h.call('head', 'GET', '/tasks')).json().items
    expect(proposed.map((task: { licenceNo: string }) => task.licenceNo).toSorted()).toEqual(
      room.selected.map(shop => shop.id).toSorted(),
    )
    expect(
      proposed.every(
        (task: { officers: string[]; kind: string }) => task.officers.length === 2 && task.kind === 'random',
      ),
    ).toBe(true)
  })

  it('lets nobody act in another’s place, out of turn or twice', async () => {
    const id = await frozen()
    const post = (who: Parameters<typeof h.call>[0], url: string, body: object) =>
      h.call(who, 'POST', `/public/draws/${id}/${url}`, body)
    expect(refusal(await post('public', 'openings', { party: 'p1', secret: secretOf('p1') }))).toContain(
      'drawNotOpening',
    )
    expect(refusal(await post('audit', 'promises', promiseOf(id, 'p1')))).toContain('drawNotThisParty')
    expect(refusal(await post('public', 'promises', promiseOf(id, 'p3', 'f'.repeat(40))))).toContain('drawNotThisParty')
    expect(refusal(await post('public', 'promises', promiseOf(id, 'p1')))).toContain('drawNotThisParty')
    expect((await post('legal', 'promises', promiseOf(id, 'p1'))).statusCode).toBe(200)
    const copied = { ...promiseOf(id, 'p2'), commitment: promiseOf(id, 'p1').commitment }
    expect(refusal(await post('audit', 'promises', copied))).toContain('drawPromiseCopied')
    expect(refusal(await post('legal', 'promises', { ...promiseOf(id, 'p1'), commitment: 'a'.repeat(64) }))).toContain(
      'drawPromisedAlready',
    )
    expect(refusal(await post('public', 'openings', { party: 'p1', secret: secretOf('p1') }))).toContain(
      'drawNotOpening',
    )
    await promised(id)
    expect(refusal(await post('public', 'openings', { party: 'p1', secret: secretOf('p2') }))).toContain(
      'drawSecretWrong',
    )
    expect(
      refusal(await h.call('first', 'POST', `/draws/${id}/exclusions`, { object: '440785100012', reason: '熟人' })),
    ).toContain('drawListsFrozen')
  })

  it('is approved by another person than its preparer, over the lists he saw', async () => {
    const id = await prepared()
    const { manifestHash } = (await roomOf(id)).lists
    await h.call('first', 'POST', `/draws/${id}/exclusions`, { object: '440785100012', reason: '正在立案调查' })
    expect(refusal(await h.call('head', 'POST', `/draws/${id}/approval`, { manifestHash }))).toContain(
      'drawListsChanged',
    )
    expect((await h.call('first', 'POST', `/draws/${id}/approval`, { manifestHash })).statusCode).toBe(403)
    const own = (await h.call('head', 'POST', '/draws', asked())).json().id
    const hash = (await roomOf(own)).lists.manifestHash
    expect(refusal(await h.call('head', 'POST', `/draws/${own}/approval`, { manifestHash: hash }))).toContain(
      'drawOwnApproval',
    )
  })

  it.each([
    ['drawPartiesFew', { parties: [{ kind: 'outside', name: '甲' }] }],
    ['drawDaysWrong', { visitsFrom: '2026-11-23' }],
    ['drawItemTwice', { items: [...items, ...items] }],
    ['drawRepeatsNothing', { repeats: 'SJ-2026-0001' }],
  ])('refuses %s by name', async (name, change) => {
    expect(refusal(await h.call('first', 'POST', '/draws', asked(change)))).toContain(name)
  })

  it('does not take two parties of one post for two', async () => {
    const { first, second } = h.people
    const staff = [first, second].map(({ staffId }) => ({ kind: 'staff', staffId, post: 'inspector' }))
    const parties = [...staff, { kind: 'outside', name: '零售户代表' }]
    expect(refusal(await h.call('legal', 'POST', '/draws', asked({ parties })))).toContain('drawPostsSame')
  })

  it('cannot be thrown again in silence: a repetition needs a public void entry and names the draw it repeats', async () => {
    const id = await drawn()
    const at = h.house.clock.now()
    const setting = { policy: inspectionPolicy(at.today), calendar: chinaCalendar }
    await h.all(tx => proposeDrawn(tx, id, at, setting))
    expect(refusal(await h.call('first', 'POST', '/draws', asked({ repeats: id })))).toContain('drawRepeatsNothing')
    const voiding = { reason: '名录漏列两户，经局务会研究作废' }
    expect((await h.call('first', 'POST', `/draws/${id}/voiding`, voiding)).statusCode).toBe(403)
    await h.call('head', 'POST', `/draws/${id}/voiding`, voiding)
    const again = await prepared({ repeats: id })
    const open = await openOf(id)
    expect(open.state).toBe('voided')
    expect(open.entries.slice(-2).map(({ words }) => words)).toEqual([
      '作废：名录漏列两户，经局务会研究作废（模拟head1）',
      `重新抽查为 ${again}。`,
    ])
    const tasks = (await h.call('head', 'GET', '/tasks'))
      .json()
      .items.filter((one: { sourceRef: string }) => one.sourceRef === id)
    expect(new Set(tasks.map((one: { state: string }) => one.state))).toEqual(new Set(['rejected']))
    // What was drawn stays to be read and recomputed.
    expect(open.file?.result.selected.length).toBeGreaterThan(0)
  })

  it('is void by itself when a group finds no two officers', async () => {
    const id = await prepared()
    for (const who of ['first', 'second'] as const)
      for (const where of ['440785001', '440785103'])
        await h.call('first', 'POST', `/draws/${id}/recusals`, {
          officer: h.people[who].staffId,
          where,
          reason: '回避',
        })
    const { manifestHash } = (await roomOf(id)).lists
    await h.call('head', 'POST', `/draws/${id}/approval`, { manifestHash })
    await opened(await promised(id))
    await h.all(tx => drawNow(tx, id, h.house.clock.now()))
    expect(await openOf(id)).toMatchObject({ state: 'voided', file: null })
  })

  it('waits for a public number that was announced', async () => {
    const id = await opened(await promised(await frozen({ publicValue: '2026-12-01 福彩3D开奖号码' })))
    await h.all(tx => drawNow(tx, id, h.house.clock.now()))
    expect((await openOf(id)).file).toBeNull()
    await h.call('legal', 'POST', `/draws/${id}/public-number`, { value: '358' })
    await h.all(tx => drawNow(tx, id, h.house.clock.now()))
    expect(verifyDraw((await openOf(id)).file, digest)).toMatchObject({ ok: true })
  })

  it('shows outcomes when they are published, warns before they are late, and publishes them by itself on the last day', async () => {
    const id = await drawn()
    const { selected } = await roomOf(id)
    const [first, second] = selected.map(shop => shop.id)
    const note = (object: string | undefined, more: object = {}) =>
      h.call('first', 'POST', `/draws/${id}/outcomes`, { object, outcome: 'clear', checkedOn: '2026-11-23', ...more })
    expect(refusal(await note(shops.map(({ no }) => no).find(no => no !== first && no !== second)))).toContain(
      'drawShopNotDrawn',
    )
    expect(refusal(await note(first, { checkedOn: '2027-01-01' }))).toContain('drawCheckedLater')
    await note(first)
    expect(refusal(await note(first))).toContain('drawOutcomeTwice')
    expect((await openOf(id)).outcomes).toEqual([])
    const setting = { policy: inspectionPolicy(h.house.clock.now().today), calendar: chinaCalendar }
    const watch = (day: string) => {
      const at = { ...h.house.clock.now(), today: Temporal.PlainDate.from(day) }
      return h.all(tx => watchOutcomes(tx, at, setting))
    }
    const alarms = async () => (await roomOf(id)).alarms.map(({ object, kind, due }) => [object, kind, due])
    for (const day of ['2026-12-11', '2026-12-14', '2026-12-17']) await watch(day)
    expect(await alarms()).toEqual([[first, 'unpublished', '2026-12-21']])
    expect((await openOf(id)).outcomes).toEqual([])
    await watch('2026-12-18')
    expect((await openOf(id)).outcomes).toMatchObject([{ object: first, outcome: 'clear' }])
    for (const day of ['2026-12-31', '2027-01-04', '2027-01-04']) await watch(day)
    expect(await alarms()).toEqual([[second, 'unvisited', '2026-12-31']])
    await note(second, { outcome: 'closedDown' })
    await h.call('head', 'POST', `/draws/${id}/outcome-publications`)
    expect(await openOf(id)).toMatchObject({ state: 'closed' })
    expect((await roomOf(id)).alarms).toEqual([])
  })
})

describe('the database of draws', () => {
  it('knows the moves of the program', async () => {
    const { rows } = await h.all(tx =>
      sql<{ fromState: string; toState: string }>`select from_state, to_state from inspection.draw_move`.execute(tx),
    )
    const known = Object.entries(drawMoves).flatMap(([from, row]) => Object.values(row).map(to => `${from} ${to}`))
    expect(rows.map(row => `${row.fromState} ${row.toState}`).toSorted()).toEqual([...new Set(known)].toSorted())
  })

  it.each([
    'delete from inspection.draw',
    `update inspection.draw set manifest = '{}' where manifest is not null`,
    `update inspection.draw set result = '{}' where result is not null`,
    `update inspection.draw_opening set secret = repeat('a', 64)`,
    'delete from inspection.draw_entry',
  ])('refuses: %s', async statement => {
    await expect(h.all(tx => sql.raw(statement).execute(tx))).rejects.toThrow()
  })
})

it('twenty working days run over the holidays, and a year without its notice gives an early date, never a late one', () => {
  const policy = { resultWorkingDays: 20, resultSoonWorkingDays: 5 }
  expect(publicationDates('2026-09-18', policy, chinaCalendar)).toEqual({
    due: '2026-10-22',
    last: '2026-10-21',
    warn: '2026-10-15',
  })
  expect(publicationDates('2026-12-30', policy, chinaCalendar).due).toBe('2027-01-27')
})
