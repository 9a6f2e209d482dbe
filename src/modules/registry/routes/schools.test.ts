import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sm3 } from '#platform/crypto'
import { sweepFiles } from '#platform/sealed-files'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import type { SchoolCard, schoolRoutes } from '../contract.ts'
import {
  createRegistry,
  joinWalks,
  listShopsNearSchools,
  recordWalk,
  renewalFacts,
  schoolLimits,
  schoolSurroundingsOf,
} from '../index.ts'
import { listUnnamed, registryFiles } from '../store/files.ts'
import { retailers, takeAreas, takeRetailers, takeSchools } from '../testing/small-county.ts'

/** The door of …10 is 88 m west of the gate of 南塘小学 in a straight line: within the error of the limit of 100 m. */
const near = '440785100010'
const far = '440785100011'

async function openHouse() {
  const house = await openAccessHouse([createRegistry()])
  const all = <T>(work: Parameters<typeof house.services.database.within<T>>[1]) =>
    house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeSchools(tx)
    await takeRetailers(
      tx,
      retailers(
        { no: near, place: [112.441 - 0.000855, 22.345] },
        { no: far, place: [112.41, 22.3], area: '440785103', address: '沙湖镇远处1号' },
      ),
      house.services.keyring,
    )
  })
  const people = {
    first: await hireAndSignIn(house, 'verifier1', ['verifier']),
    second: await hireAndSignIn(house, 'inspector1', ['inspector']),
    window: await hireAndSignIn(house, 'window1', ['window']),
  }
  const call = (who: keyof typeof people, method: 'GET' | 'POST', url: string, payload?: object) =>
    house.app.inject({
      method,
      url: `/api/registry/retailers/${url}`,
      headers: { cookie: people[who].cookie, 'idempotency-key': randomUUID() },
      ...(payload ? { payload } : {}),
    })
  return { house, all, people, call }
}

let open: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  open = await openHouse()
})
afterAll(() => open.house.close())

const picture = (() => {
  const frame = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xdb, 0, 4, 7, 7, 0xff, 0xda, 0, 4, 0, 0]
  const bytes = Buffer.from([...frame, ...Array.from({ length: 80 }, () => 7), 0xff, 0xd9])
  return { digest: sm3(bytes).toString('hex'), content: bytes.toString('base64') }
})()
const sendPicture = (who: 'first' | 'window', change: object = {}) =>
  open.call(who, 'POST', `${near}/walk-photos`, { ...picture, ...change })

const card = async (no: string): Promise<SchoolCard> => (await open.call('window', 'GET', `${no}/schools`)).json()
const asked = (change: Partial<Static<typeof schoolRoutes.recordWalk.body>> = {}) => ({
  schoolId: 'S1',
  gate: '正门',
  metres: 96.4,
  method: 'wheel',
  measuredOn: '2026-11-20',
  officers: [open.people.second.staffId],
  photos: [picture.digest],
  note: '',
  ...change,
})

describe('the surroundings of a shop', () => {
  it('are a hint with its error until somebody measures', async () => {
    const shown = await card(near)
    expect(shown).toMatchObject({ verdict: 'toMeasure', schoolMetres: 100, walks: [] })
    expect(shown.gates[0]).toMatchObject({ gate: '正门', verdict: 'unsure', walk: null, limit: 100 })
    expect(shown.gates[0]?.line?.metres).toBeCloseTo(88, 0)
    expect(await card(far)).toMatchObject({ verdict: 'outside', gates: [{ verdict: 'far' }] })
  })

  it('have pictures of the walk, sent before it, byte for byte as they were named; each look is on record', async () => {
    const lost = await open.call('first', 'POST', `${near}/walks`, asked())
    expect(lost.json()).toMatchObject({ code: 'walkPhotoMissing' })
    expect((await sendPicture('first', { digest: 'b'.repeat(64) })).json()).toMatchObject({ code: 'walkPhotoAltered' })
    expect((await sendPicture('first', { content: 'A'.repeat(120) })).json()).toMatchObject({
      code: 'walkPhotoUnreadable',
    })
    expect((await sendPicture('window')).statusCode).toBe(403)
    for (let twice = 0; twice < 2; twice += 1) expect((await sendPicture('first')).statusCode).toBe(204)
    const shown = await open.call('second', 'GET', `${near}/walk-photos/${picture.digest}`)
    expect(shown.json()).toEqual({ jpeg: picture.content })
    expect((await open.call('second', 'GET', `${near}/walk-photos/${'b'.repeat(64)}`)).statusCode).toBe(404)
  })

  it('have these pictures sealed in the file store; one lost there is said to be lost, one that no row names is swept', async () => {
    const { database, config } = open.house.services
    const files = await registryFiles(config)
    const { rows } = await database.within({ areas: 'all' }, tx =>
      sql<{ digest: string; bytes: number }>`
        select file_digest as digest, file_bytes as bytes from registry.walk_photo where sealed is null`.execute(tx),
    )
    const [file = { digest: '', bytes: 0 }] = rows
    const sealed = await files.find(file)
    expect(sealed?.toString()).toMatch(/^v1\./u)
    // The picture that was sent twice was sealed twice, and its row names the first.
    const now = Temporal.Now.instant().add({ hours: 25 })
    expect(await sweepFiles(database, { files, listUnnamed, now })).toBe(1)
    await files.remove(file.digest)
    expect((await open.call('second', 'GET', `${near}/walk-photos/${picture.digest}`)).json()).toMatchObject({
      code: 'walkPhotoLost',
    })
    await files.put(sealed ?? Buffer.alloc(0))
    expect((await open.call('second', 'GET', `${near}/walk-photos/${picture.digest}`)).statusCode).toBe(200)
  })

  it.each<[string, object, string]>([
    ['one officer alone', { officers: [] }, 'walkOfficersTwo'],
    ['a day ahead', { measuredOn: '2030-01-01' }, 'walkDayLater'],
    ['no such gate', { gate: '西门' }, 'walkGateUnknown'],
    ['less than the straight line', { metres: 40 }, 'walkShorterThanLine'],
  ])('are not measured by a record with %s', async (_, change, refusal) => {
    const answer = await open.call('first', 'POST', `${near}/walks`, asked(change))
    expect(answer.json()).toMatchObject({ code: refusal })
  })

  it('are not measured with or by somebody of another post', async () => {
    const withWindow = asked({ officers: [open.people.window.staffId] })
    expect((await open.call('first', 'POST', `${near}/walks`, withWindow)).json()).toMatchObject({
      code: 'walkOfficerUnable',
    })
    expect((await open.call('window', 'POST', `${near}/walks`, asked())).statusCode).toBe(403)
  })

  it('are decided by the walk once the other officer has signed what he read, and only then', async () => {
    const recorded: SchoolCard = (await open.call('first', 'POST', `${near}/walks`, asked())).json()
    expect(recorded).toMatchObject({
      verdict: 'toMeasure',
      walks: [{ metres: 96.4, confirmedBy: null, keptPhotos: [picture.digest] }],
    })
    // What the rules of a renewal read: a walk that one officer alone has signed is not there.
    const walksForRules = async () => {
      const facts = await open.all(tx => renewalFacts(tx, near))
      return facts?.gates.find(({ schoolId, gate }) => schoolId === 'S1' && gate === '正门')?.walks
    }
    expect(await walksForRules()).toEqual([])
    const [walk] = recorded.walks
    const sign = (who: 'first' | 'second', digest: string) =>
      open.call(who, 'POST', `${near}/walks/${walk?.id}/confirmation`, { digest })
    expect((await sign('first', walk?.digest ?? '')).json()).toMatchObject({ code: 'walkNotYours' })
    expect((await sign('second', 'b'.repeat(64))).json()).toMatchObject({ code: 'walkDiffers' })
    expect((await sign('second', walk?.digest ?? '')).json()).toMatchObject({
      verdict: 'inside',
      gates: [{ walk: 96.4, verdict: 'inside' }],
    })
    expect((await sign('second', walk?.digest ?? '')).json()).toMatchObject({ code: 'walkConfirmed' })
    expect(await walksForRules()).toMatchObject([{ metres: 96.4, gateAt: { lng: 112.441, lat: 22.345 } }])
    const listed = await open.all(tx => listShopsNearSchools(tx, schoolLimits(open.house.clock.now().today)))
    expect(listed).toMatchObject([{ licenceNo: near, verdict: 'inside', insideSince: '2026-11-20' }])
  })

  it('of an application are measured before there is a licence, and stay when it is granted', async () => {
    const at = open.house.clock.now()
    const { first, second } = open.people
    const walk = { ...asked({ metres: 140 }), method: 'tape' as const, officers: [first.staffId, second.staffId] }
    const door = { lng: 112.441 - 0.000855, lat: 22.345 }
    await open.all(async tx => {
      const from = { applicationNo: 'R20261120-000001', areaCode: '440785103', door }
      expect(await recordWalk(tx, from, walk, { by: first.staffId, second: second.staffId, at })).toMatchObject({
        ok: true,
      })
      expect(await schoolSurroundingsOf(tx, from, schoolLimits(at.today))).toMatchObject({ verdict: 'outside' })
      await joinWalks(tx, 'R20261120-000001', far)
      const now = await schoolSurroundingsOf(tx, { licenceNo: far }, schoolLimits(at.today))
      expect(now.walks).toMatchObject([{ metres: 140 }])
    })
  })
})
