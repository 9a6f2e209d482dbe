import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '#kernel/position'
import {
  findRetailer,
  nearestGates,
  noteLicences,
  othersAtAddress,
  othersOfOperator,
  renewalFacts,
  setPhone,
} from './index.ts'
import { type OpenRegister, openRegister } from './testing/open-register.ts'
import { person } from './testing/small-county.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

describe('facts for licensing', () => {
  test('one round trip brings shop, nearest gate of each kind and other licences, in the citizen’s own scope', async () => {
    const scope = { areas: [], person: register.keyring.blindIndex('person', person(1)) }
    const facts = await register.within(scope, tx => renewalFacts(tx, '440785100001'))
    expect(facts).toMatchObject({
      retailer: {
        licenceNo: '440785100001',
        shopName: '梁记',
        operatorName: '梁模拟',
        operatorIndex: register.keyring.blindIndex('person', person(1)),
        operatorIdMasked: expect.stringMatching(/^\*{14}.{4}$/u),
        phoneMasked: '*******8000',
        townName: '沙湖镇',
        scope: ['卷烟零售', '雪茄烟零售'],
        validTo: '2027-01-31',
        position: { lng: 112.44, lat: 22.345 },
      },
      gates: [
        { school: '南塘小学', gate: '正门', kind: 'primary' },
        { school: '沙湖幼儿园', gate: '校门', kind: 'kindergarten' },
      ],
      gatesOnRecord: true,
    })
    expect(facts?.othersOfOperator).toEqual(['440785100003'])
    const metres = distanceMetres({ lng: 112.44, lat: 22.345 }, { lng: 112.441, lat: 22.345 })
    expect(facts?.gates[0]?.metres).toBe(Math.floor(metres * 10) / 10)
  })

  test('others at the address are live licences of anyone, and numbers only', async () => {
    const scope = { areas: [], person: register.keyring.blindIndex('person', person(2)) }
    await register.within(scope, async tx => {
      expect(await othersAtAddress(tx, '440785100002')).toEqual(['440785100001'])
      expect(await findRetailer(tx, '440785100001')).toBeUndefined()
      expect(await othersOfOperator(tx, '440785100002')).toEqual([])
    })
  })

  test('a shop without a position has no gates, an unknown number has no facts', async () => {
    await register.all(async tx => {
      expect(await nearestGates(tx, '440785100005')).toEqual([])
      expect(await renewalFacts(tx, '440785199999')).toBeUndefined()
      expect(await othersAtAddress(tx, '440785199999')).toEqual([])
      expect(
        await setPhone(tx, '440785199999', '13800138000', {
          keyring: register.keyring,
          on: Temporal.PlainDate.from('2026-11-23'),
        }),
      ).toMatchObject({
        refusal: 'retailerNotFound',
      })
      expect(
        await setPhone(tx, '440785100001', '123', {
          keyring: register.keyring,
          on: Temporal.PlainDate.from('2026-11-23'),
        }),
      ).toMatchObject({ refusal: 'phoneInvalid' })
    })
  })

  test('notes of licensing change only what differs', async () => {
    await register.undone(async tx => {
      const note = {
        licenceNo: '440785100002',
        state: 'valid',
        validFrom: '2022-02-01',
        validTo: '2027-01-31',
      } as const
      expect(await noteLicences(tx, [note, { ...note, licenceNo: '440785199999' }])).toBe(1)
      expect(await noteLicences(tx, [note])).toBe(0)
    })
  })
})
