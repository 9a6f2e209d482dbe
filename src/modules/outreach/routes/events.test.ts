import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import type { EventLine, ReachView } from '../contract.ts'
import { createOutreach, createStudio } from '../index.ts'

const open = () =>
  openStaffedCounty({
    module: createOutreach({ lawUses: async () => [], studio: createStudio('/nowhere') }),
    at: '/api/outreach',
    shops: shopLines(6),
    people: { host: ['window1', ['window']], inspector: ['inspector1', ['inspector']] },
  })
let county: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  county = await open()
})
afterAll(() => county.close())

const event = {
  kind: 'village',
  title: '送法进村',
  town: '440785103',
  place: '沙湖镇南塘村晒谷场',
  position: { lng: 112.44, lat: 22.345 },
  plannedOn: '2026-11-23',
  startsAt: '09:30',
  materials: ['明白纸'],
}
const plan = (change: object = {}) => county.call('host', 'POST', '/events', { ...event, ...change })
const step = (id: string, body: object) => county.call('host', 'POST', `/events/${id}/steps`, body)
const list = async () => (await county.call('host', 'GET', '/events')).json().items as EventLine[]
const reach = async () => (await county.call('host', 'GET', '/events-reach')).json() as ReachView

it('is planned without advertising, joined by telephones nobody knows, counted, and then reaches the shops around it', async () => {
  expect((await plan({ materials: ['利群画册'] })).body).toContain('adWords')
  expect((await plan({ plannedOn: '2026-11-22' })).body).toContain('eventDayPast')
  expect((await county.call('inspector', 'POST', '/events', event)).statusCode).toBe(403)
  const { id } = (await plan()).json() as { id: string }
  const later = ((await plan({ plannedOn: '2026-12-01' })).json() as { id: string }).id
  const [, { code = '' } = {}] = await list()
  expect((await county.call('public', 'GET', '/coming-events')).body).not.toContain(code)
  const before = await reach()
  expect(before.towns.reduce((sum, { near }) => sum + near, 0)).toBe(0)

  const mark = randomUUID()
  const join = (given: object, at = code) => county.call('public', 'POST', `/events/at/${at}`, given)
  await join({ mark })
  await join({ mark, stars: 5, words: '讲得清楚' })
  await join({ mark: randomUUID() })
  const coming = (await list()).find(one => one.id === later)
  expect((await join({ mark }, coming?.code)).body).toContain('eventNotToday')
  expect((await join({ mark }, 'ZZZZZZZZ')).body).toContain('eventUnknown')

  expect((await step(later, { event: 'hold', version: 1, heads: 3 })).body).toContain('eventTooEarly')
  expect((await step(id, { event: 'hold', version: 1 })).body).toContain('eventHeadsMissing')
  expect((await step(id, { event: 'hold', version: 2, heads: 40 })).body).toContain('eventChanged')
  expect((await step(id, { event: 'hold', version: 1, heads: 40 })).statusCode).toBe(200)
  expect((await step(id, { event: 'cancel', version: 2 })).body).toContain('eventStepNotAllowed')
  expect((await list()).find(one => one.id === id)).toMatchObject({ state: 'held', heads: 40, signed: 2, stars: 5 })
  const { rows } = await county.all(tx =>
    sql<{ text: string }>`select string_agg(g::text, ' ') as text from outreach.event_guest g`.execute(tx),
  )
  expect(rows[0]?.text).not.toContain(mark)
  const published = await county.all(tx =>
    sql`select reached from outreach.published_event where id = ${id}`.execute(tx),
  )
  expect(published.rows).toEqual([{ reached: 40 }])
})
