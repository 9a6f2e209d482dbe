import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { houseFiles } from '#platform/files'
import { attachVisit } from '../../cases/actions/evidence.ts'
import { openCase } from '../../cases/actions/open-case.ts'
import { findVisitRecord, listEvidence } from '../../cases/store/evidence.ts'
import { signFace } from '../../licensing/elicence/sign-face.ts'
import { sampleFace } from '../../licensing/rules/sample-face.ts'
import { type FieldDay, visitStateLabels } from '../contract.ts'
import { visitMoves } from '../rules/visit/moves.ts'
import { inspectionFiles } from '../store/files.ts'
import { type InspectionHouse, openInspectionHouse } from '../testing/inspection-house.ts'
import { type ActFields, pictureOf, sendTwo, strokes } from '../testing/visit-acts.ts'
import { fieldTasks } from './field-day.ts'

let h: InspectionHouse
beforeAll(async () => {
  h = await openInspectionHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const outcome: ActFields = { kind: 'outcome', outcome: 'filed', words: '柜台有外地卷烟 2 条', rectifyBy: null }
const answers = (['source', 'counterfeit', 'codes'] as const).map(
  (check): ActFields => ({ kind: 'check', check, result: 'ok', note: '' }),
)
const retailer: ActFields = { kind: 'retailerSign', name: '陈小明', content: '{"fields":{}}', strokes }

it('is walked by two and ends with a numbered record, its attachments by SM3, and the finding, all in one act', async () => {
  const { task, tell, look, scanIn } = await sendTwo(h, '440785100010')
  h.orders.set('440785100010', ['2026-11-09'])
  expect((await tell('first', outcome)).text).toContain('visitNotOpen')
  expect((await tell('first', scanIn)).body.visit).toMatchObject({ state: 'underway', recordNo: null })
  const photo = pictureOf('counter')
  for (const act of [...answers, outcome, { kind: 'photo', ...photo } as const])
    expect((await tell('first', act)).status).toBe(200)
  for (const licence of ['440785100010', '440783100011'])
    expect((await tell('first', { kind: 'code', code: `6111000000000107JMYC${licence}`, seen: true })).status).toBe(200)
  expect((await look()).codes.map(({ verdict }) => verdict).toSorted()).toEqual(['otherCounty', 'own'])
  await tell('first', retailer)
  await tell('first', { kind: 'scanOut' })
  const { digest, missing } = await look()
  expect(missing).toEqual(['officers'])
  const first = await tell('first', { kind: 'officerSign', code: digest, strokes })
  expect(first.body.visit).toMatchObject({ state: 'left', missing: ['officers'], recordNo: null })
  // The colleague signs by the short code that the first telephone shows.
  const second = await tell('second', { kind: 'officerSign', code: digest.slice(0, 8), strokes })
  expect(second.body.visit).toMatchObject({ state: 'recorded', missing: [] })
  expect(second.body.visit?.recordNo).toMatch(/^恩烟检〔2026〕第\d+号$/u)

  const pdf = await h.call('head', 'GET', `/tasks/${task.id}/record`)
  expect(pdf.headers['content-type']).toContain('pdf')
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const shown = (await h.call('legal', 'GET', `/tasks/${task.id}/photos/${photo.digest}`)).json() as { jpeg: string }
  const files = await inspectionFiles(h.house.services.config)
  const kept = await h.all(tx =>
    sql<{ digest: string; bytes: number }>`select file_digest as digest, file_bytes as bytes from inspection.visit_photo
      where task_id = ${task.id} and digest = ${photo.digest} and sealed is null`.execute(tx),
  )
  const sealed = await files.find(kept.rows[0] ?? { digest: '', bytes: 0 })
  expect(sealed?.toString()).toMatch(/^v1\./u)
  await files.remove(kept.rows[0]?.digest ?? '')
  expect((await h.call('legal', 'GET', `/tasks/${task.id}/photos/${photo.digest}`)).json()).toMatchObject({
    code: 'visitPhotoLost',
  })
  await files.put(sealed ?? Buffer.alloc(0))
  expect(shown.jpeg).toBe(photo.picture)
  const { rows } = await h.all(tx =>
    sql<{
      payload: object
    }>`select payload from platform.announcement where payload->>'taskId' = ${task.id} order by event`.execute(tx),
  )
  expect(rows).toMatchObject([
    { payload: { areaCode: '440785001', codes: ['6111000000000107JMYC440783100011'] } },
    { payload: { outcome: 'filed', checkedOn: '2026-11-23', licenceNo: '440785100010' } },
  ])
  // What is out is out; the same act again is no fault.
  expect((await tell('second', { kind: 'notes', text: '补记' })).text).toContain('visitRecorded')
  expect((await tell('first', outcome)).status).toBe(200)

  // 案件: the very words that were signed here lie in the file of the case, under their own digest, once.
  const { keyring, config, database } = h.house.services
  const at = h.house.clock.now()
  const staffId = h.people.first.staffId
  const by = { kind: 'staff', staffId, sessionId: 's', roles: ['inspector'], areas: ['440785'] } as const
  const asked = { path: 'ordinary', about: '模拟案由', origin: 'finding', licenceNo: '440785100010' } as const
  const around = { by, at, keys: keyring, files: await houseFiles(config) }
  await database.within({ areas: 'all' }, async tx => {
    const no = await openCase(tx, { ...asked, by: `staff:${staffId}`, at }, keyring)
    if (!no.ok) throw new Error(no.refusal)
    expect(await attachVisit(tx, no.value, task.id, around)).toMatchObject({ ok: true })
    expect(await attachVisit(tx, no.value, task.id, around)).toMatchObject({ refusal: 'evidenceTwice' })
    const [kept] = await listEvidence(tx, no.value)
    const issued = await findVisitRecord(tx, task.id)
    expect(kept).toMatchObject({ kind: 'record', digest: issued?.digest })
  })
})

it('takes the same act twice without doing it twice, whether the key is the same or not', async () => {
  const { tell, look, scanIn } = await sendTwo(h, '440785100011')
  const key = '11111111-1111-4111-8111-111111111111'
  for (let n = 0; n < 2; n += 1) await tell('first', scanIn, { key, at: '2026-11-23T01:00:00Z' })
  await tell('first', scanIn)
  const photo = { kind: 'photo', ...pictureOf('door') } as const
  for (let n = 0; n < 3; n += 1) await tell('first', photo)
  for (let n = 0; n < 2; n += 1) await tell('first', outcome)
  expect(await look()).toMatchObject({ scans: [{}], photos: [{ digest: photo.digest }], lines: [{ field: 'outcome' }] })
})

it('keeps two words side by side; nobody signs until one is chosen with a reason, and a signature covers what then stands', async () => {
  const { tell, look, scanIn } = await sendTwo(h, '440785100012')
  await tell('first', scanIn)
  await tell('second', scanIn)
  await tell('first', { kind: 'notes', text: '柜台 3 条' })
  await tell('second', { kind: 'notes', text: '柜台 4 条' })
  const open = await look()
  expect(open.missing).toContain('twoWords')
  expect(open.lines.map(({ by }) => by).toSorted()).toEqual(
    [h.people.first.staffId, h.people.second.staffId].toSorted(),
  )
  expect((await tell('first', { kind: 'officerSign', code: open.digest, strokes })).text).toContain('visitTwoWords')
  const side = h.people.second.staffId
  expect((await tell('first', { kind: 'choose', field: 'notes', side, reason: '' })).text).toContain(
    'visitChoiceReason',
  )
  expect((await tell('first', { kind: 'choose', field: 'notes', side, reason: '当场复点为 4 条' })).status).toBe(200)
  const settled = await look()
  expect((await tell('first', { kind: 'officerSign', code: open.digest, strokes })).text).toContain(
    'visitContentChanged',
  )
  expect((await tell('first', { kind: 'officerSign', code: settled.digest, strokes })).status).toBe(200)
  await tell('second', { kind: 'notes', text: '柜台 5 条' })
  expect((await look()).missing).toEqual(expect.arrayContaining(['twoWords', 'officers']))
})

it('is open to the two who were sent only, with a certificate on the day, and to nobody after a recall', async () => {
  const { task, tell, scanIn } = await sendTwo(h, '440785100013')
  expect((await tell('third', scanIn)).text).toContain('visitNotYours')
  expect((await tell('first', scanIn, { at: '2026-11-21T01:00:00Z' })).text).toContain('visitBeforeApproval')
  expect((await tell('first', scanIn, { at: 'yesterday' })).text).toContain('visitTimeUnreadable')
  await h.all(tx =>
    sql`update access.staff set certificate_to = '2026-11-22' where id = ${h.people.second.staffId}`.execute(tx),
  )
  expect((await tell('second', scanIn)).text).toContain('visitCertificate')
  await h.all(tx =>
    sql`update access.staff set certificate_to = '2027-12-31' where id = ${h.people.second.staffId}`.execute(tx),
  )
  const recall = { version: task.version + 1, event: 'recall', note: '暂缓' }
  expect((await h.call('head', 'POST', `/tasks/${task.id}/steps`, recall)).statusCode).toBe(200)
  expect((await tell('first', scanIn)).text).toMatch(/visitNotSent|visitNotYours/)
})

it('opens by the licence on the wall when the bureau signed it for this shop, and says why it does not', async () => {
  const { tell } = await sendTwo(h, '440785100014')
  const token = (licenceNo: string) => signFace(h.house.services.keyring, { ...sampleFace, licenceNo, version: 1 }, 1)
  const scan = (text: string) => tell('first', { kind: 'scanIn', shown: true, how: { kind: 'token', text } })
  expect((await scan(token('440785100015'))).text).toContain('visitOtherShop')
  expect((await scan(`${token('440785100014').slice(0, -4)}AAAA`)).text).toMatch(/visitScanUnsigned/)
  const number = {
    kind: 'scanIn',
    shown: true,
    how: { kind: 'number', licenceNo: '440785100014', reason: ' ' },
  } as const
  expect((await tell('first', number)).text).toContain('visitScanReason')
  expect((await scan(`https://example.invalid/v#${token('440785100014')}`)).status).toBe(200)
})

it('a shop where nobody is met needs a picture and the two officers; the result by hand is refused meanwhile', async () => {
  const { task, tell, look, scanIn } = await sendTwo(h, '440785100015')
  await tell('first', scanIn)
  const byHand = { outcome: 'clear', checkedOn: '2026-11-23', words: '', rectifyBy: null }
  expect((await h.call('first', 'POST', `/tasks/${task.id}/finding`, byHand)).body).toContain('findingByVisit')
  expect((await tell('first', { kind: 'outcome', outcome: 'rectify', words: 'x', rectifyBy: null })).text).toContain(
    'findingRectifyDay',
  )
  await tell('first', { kind: 'outcome', outcome: 'unreachable', words: '卷闸门锁着', rectifyBy: null })
  await tell('first', { kind: 'scanOut' })
  expect((await look()).missing).toEqual(['photo', 'officers'])
  const { digest, picture } = pictureOf('shutter')
  expect((await tell('first', { kind: 'photo', digest: 'a'.repeat(64), picture })).text).toContain('visitPhotoDigest')
  await tell('first', { kind: 'photo', digest, picture })
  for (const who of ['first', 'second'] as const)
    await tell(who, { kind: 'officerSign', code: (await look()).digest, strokes })
  expect((await look()).state).toBe('recorded')
})

it('the day’s bundle holds the shop’s face, history and orders, and each look is on record under the shop’s number', async () => {
  const { task } = await sendTwo(h, '440785100016')
  const day = (await h.call('first', 'GET', '/field/day')).json() as FieldDay
  expect(day).toMatchObject({ day: '2026-11-23', certified: true, bureau: '恩平市烟草专卖局' })
  const mine = day.tasks.find(one => one.task.id === task.id)
  expect(mine).toMatchObject({
    face: { shopName: '模拟商店7', state: 'valid' },
    orderDays: [],
    visit: { state: 'none' },
  })
  expect(mine?.officers).toHaveLength(2)
  expect(((await h.call('third', 'GET', '/field/day')).json() as FieldDay).tasks).toEqual([])
  expect((await h.call('head', 'GET', '/field/day')).statusCode).toBe(403)
  const { rows } = await h.all(tx =>
    sql`select from platform.audit_entry where action = 'inspection.readShop' and subject = '440785100016'`.execute(tx),
  )
  expect(rows).toHaveLength(1)
})

it('the shops of a day come in twelve queries, however many there are', async () => {
  const { rows } = await h.all(tx => sql<{ id: string }>`select id from inspection.task order by id`.execute(tx))
  const ids = rows.map(({ id }) => id)
  const [services, at] = [h.house.services, h.house.clock.now()]
  const staffId = h.people.first.staffId
  const actor = { kind: 'staff', staffId, sessionId: 's', roles: ['inspector'], areas: ['440785'] } as const
  const load = async (some: readonly string[]) => {
    let asked = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const orders = new Map([['440785100010', ['2026-11-09']]])
    const tasks = await h.all(tx =>
      fieldTasks(tx.withPlugin(counting) as typeof tx, some, { actor, at, services }, orders),
    )
    return { asked, tasks }
  }
  const day = await load(ids)
  expect([day.tasks.length >= 5, day.tasks.map(({ task }) => task.id), day.asked]).toEqual([true, ids, 12])
  // Together as alone: nothing of one shop stands with another.
  for (const [n, id] of ids.entries()) expect((await load([id])).tasks).toEqual([day.tasks[n]])
})

it('what the rules did not take goes to the office as it is, and is settled once by the head', async () => {
  const { task, scanIn } = await sendTwo(h, '440785100017')
  const act = { ...scanIn, taskId: task.id, capturedAt: '2026-11-01T01:00:00Z' }
  const { id } = (await h.call('first', 'POST', '/field/held-acts', { act, why: 'visitTooOld' })).json() as {
    id: string
  }
  const { items } = (await h.call('head', 'GET', '/held-acts')).json() as { items: { id: string; by: string }[] }
  expect(items).toMatchObject([{ id, taskId: task.id, kind: 'scanIn', why: 'visitTooOld', by: '模拟inspector1' }])
  expect((await h.call('head', 'POST', `/held-acts/${id}/opening`)).json()).toEqual({ act })
  expect((await h.call('first', 'POST', `/held-acts/${id}/settlement`, { note: 'x' })).statusCode).toBe(403)
  expect((await h.call('head', 'POST', `/held-acts/${id}/settlement`, { note: '重新派工' })).statusCode).toBe(204)
  expect((await h.call('head', 'POST', `/held-acts/${id}/settlement`, { note: '重新派工' })).statusCode).toBe(404)
})

it('the database knows the moves, keeps every word, and shows a visit only to its area', async () => {
  const { rows } = await h.all(tx =>
    sql<{ fromState: string; toState: string }>`select from_state, to_state from inspection.visit_move`.execute(tx),
  )
  const known = Object.entries(visitMoves).flatMap(([from, row]) => Object.values(row).map(to => `${from} ${to}`))
  expect(rows.map(row => `${row.fromState} ${row.toState}`).toSorted()).toEqual(known.toSorted())
  expect(Object.keys(visitStateLabels)).toHaveLength(4)
  for (const table of ['visit_line', 'visit_photo', 'visit_signature', 'visit_record'])
    await expect(h.all(tx => sql`delete from inspection.${sql.ref(table)}`.execute(tx))).rejects.toThrow()
  const elsewhere = await h.house.services.database.within({ areas: ['440785999'] }, async tx => [
    ...(await sql`select from inspection.visit`.execute(tx)).rows,
    ...(await sql`select from inspection.visit_line`.execute(tx)).rows,
    ...(await sql`select from inspection.visit_photo`.execute(tx)).rows,
    ...(await sql`select from inspection.visit_record`.execute(tx)).rows,
  ])
  expect(elsewhere).toEqual([])
})
