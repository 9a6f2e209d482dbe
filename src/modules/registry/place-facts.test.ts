import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { noteLicences, placeFacts } from './index.ts'
import { type OpenRegister, openRegister } from './testing/open-register.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

const town = '440785103'
/** A newcomer: nobody's rows are his. */
const newcomer = { areas: [], person: 'f'.repeat(64) }

describe('a place without a licence', () => {
  test('is told what stands around it, in the scope of somebody who may see no shop', async () => {
    const position = { lng: 112.4401, lat: 22.345 }
    const facts = await register.within(newcomer, tx => placeFacts(tx, { address: '沙湖镇新街9号', town, position }))
    expect(facts).toMatchObject({ position, positionFrom: 'asker', gatesOnRecord: true, liveAtAddress: 0 })
    expect(new Set(facts.gates.map(({ kind }) => kind))).toEqual(new Set(['kindergarten', 'primary']))
    expect(facts.nearestShop).toBeCloseTo(distanceMetres(position, { lng: 112.44, lat: 22.345 }), 3)
    expect(facts.liveInTown).toBeGreaterThan(0)
  })

  test('that had a shop before stands where that one stood, however the address is written', async () => {
    const known = await register.within(newcomer, tx =>
      placeFacts(tx, { address: '广东省恩平市沙湖镇南塘村一号', town, position: null }),
    )
    expect(known).toMatchObject({ positionFrom: 'register', position: { lng: 112.44, lat: 22.345 } })
    expect(known.liveAtAddress).toBeGreaterThan(0)
  })

  test('counts live licences only: an ended one is no neighbour', async () => {
    const ask = () =>
      register.within(newcomer, tx => placeFacts(tx, { address: '沙湖镇新街9号', town, position: null }))
    const before = await ask()
    expect(before).toMatchObject({ position: null, positionFrom: 'nowhere', nearestShop: null, gates: [] })
    const ended = { state: 'cancelled', validFrom: '2022-02-01', validTo: '2027-01-31' } as const
    await register.all(tx => noteLicences(tx, [{ licenceNo: '440785100001', ...ended }]))
    expect((await ask()).liveInTown).toBe(before.liveInTown - 1)
  })
})
