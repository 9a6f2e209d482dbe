import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import { checksFor, type EventLine, type ReachView, type SchoolLine } from '../contract.ts'
import { createOutreach, createStudio } from '../index.ts'

const open = () =>
  openStaffedCounty({
    module: createOutreach({ lawUses: async () => [], studio: createStudio('/nowhere') }),
    at: '/api/outreach',
    shops: shopLines(6),
    people: { host: ['window1', ['window']], legal: ['legal1', ['legal']], inspector: ['inspector1', ['inspector']] },
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
  schoolId: null,
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

/** A picture with a code in it and, behind its end, what somebody hid there. */
async function pictureOf(code: string): Promise<Buffer> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  prepareZXingModule({ overrides: { wasmBinary } })
  const { image } = await writeBarcode(code, { format: 'QRCode', scale: 4 })
  return Buffer.concat([Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer()), Buffer.from('hidden place')])
}

it('a photograph loses what is hidden in it, leads nowhere else, and is seen outside once another person has looked', async () => {
  const { id } = (await plan()).json() as { id: string }
  const own = await pictureOf('https://yzt.test/e/ABCDEFGH')
  const put = (content: Buffer, more: object = {}) =>
    county.call('host', 'POST', '/pictures', {
      ...{ kind: 'event', about: id, alt: '村民在晒谷场听讲' },
      ...{ content: content.toString('base64'), ...more },
    })
  expect((await put(await pictureOf('https://shop.example/buy'))).json()).toMatchObject({ code: 'pictureLinkForeign' })
  expect((await put(await pictureOf('wxp://f2f0pay'))).body).toContain('pictureLinkForeign')
  expect((await put(await pictureOf('https://gov.cn@shop.example/'))).body).toContain('pictureLinkForeign')
  expect((await put(await pictureOf('玉溪 30元'))).body).toContain('adWords')
  expect((await put(own, { alt: '利群展台' })).body).toContain('adWords')
  expect((await put(own, { about: 'PF-2026-9999' })).body).toContain('pictureSubjectUnknown')
  expect((await put(own.subarray(0, 200))).body).toContain('pictureKindWrong')
  expect((await put(Buffer.from('GIF89a'.repeat(40)))).body).toContain('pictureKindWrong')
  const picture = ((await put(own)).json() as { id: string }).id
  const [line] = (await list()).find(one => one.id === id)?.pictures ?? []
  expect(line).toMatchObject({ state: 'waiting', mine: true, codes: ['https://yzt.test/e/ABCDEFGH'] })

  const step = (who: 'host' | 'legal', body: object) => county.call(who, 'POST', `/pictures/${picture}/steps`, body)
  const looked = checksFor('public')
  expect((await county.call('public', 'GET', `/pictures/${picture}`)).body).toContain('pictureUnknown')
  expect((await step('host', { event: 'release', looked })).body).toContain('pictureSamePerson')
  expect((await step('legal', { event: 'release', looked: looked.slice(1) })).body).toContain('pictureNotLooked')
  expect((await step('legal', { event: 'release', looked })).statusCode).toBe(204)
  const shown = (await county.call('public', 'GET', `/pictures/${picture}`)).rawPayload
  expect(shown.length > 100 && !shown.includes('hidden place')).toBe(true)
  await county.call('host', 'POST', `/events/${id}/steps`, { event: 'hold', version: 1, heads: 12 })
  expect((await county.call('public', 'GET', '/held-events')).json().items[0]).toMatchObject({
    ...{ id, heads: 12, pictures: [{ id: picture, alt: '村民在晒谷场听讲' }] },
  })
  expect((await step('legal', { event: 'withdraw', reason: '' })).body).toContain('pictureReasonMissing')
  expect((await step('legal', { event: 'withdraw', reason: '有人不同意' })).statusCode).toBe(204)
  expect((await county.call('public', 'GET', `/pictures/${picture}`)).body).toContain('pictureUnknown')
  await expect(
    county.all(tx =>
      sql`update outreach.picture set state = 'released', decided_by = uploaded_by where id = ${picture}`.execute(tx),
    ),
  ).rejects.toThrow('picture_by_two')
})

it('a school visit goes to a school of the register, at its gate, and who was never visited stands first', async () => {
  await county.all(async tx => {
    await sql`insert into registry.school (id, name, kind, area_code) values
      ('S1', '模拟一小', 'primary', '440785103'), ('S2', '模拟二小', 'primary', '440785001')`.execute(tx)
    await sql`insert into registry.school_gate (school_id, name, lng, lat) values
      ('S1', '正门', 112.4, 22.3), ('S2', '正门', 112.3, 22.2)`.execute(tx)
  })
  const visit = { kind: 'school', title: '法律小课堂', schoolId: 'S1', materials: [] }
  expect((await plan({ ...visit, schoolId: null })).body).toContain('eventSchoolUnknown')
  expect((await plan({ ...visit, schoolId: 'S9' })).body).toContain('eventSchoolUnknown')
  expect((await plan({ ...visit, title: '电子烟口味知识' })).body).toContain('adWords')
  const { id } = (await plan(visit)).json() as { id: string }
  expect((await list()).find(one => one.id === id)).toMatchObject({
    ...{ place: '模拟一小正门', position: { lng: 112.4, lat: 22.3 }, town: '440785103', schoolId: 'S1' },
  })
  await step(id, { event: 'hold', version: 1, heads: 45 })
  const { items } = (await county.call('host', 'GET', '/event-schools')).json() as { items: SchoolLine[] }
  expect(items.map(school => [school.id, school.heldOn])).toEqual([
    ['S2', null],
    ['S1', '2026-11-23'],
  ])
})
