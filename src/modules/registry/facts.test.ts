import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRetailer, noteLicences, othersAtAddress, othersOfOperator, renewalFacts, setPhone } from './index.ts'
import { type OpenRegister, openRegister } from './testing/open-register.ts'
import { person } from './testing/small-county.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

describe('facts for licensing', () => {
  test('one round trip brings shop, gates around it and other licences, in the citizen’s own scope', async () => {
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
      gatesOnRecord: true,
    })
    // Of the county's gates only the neighbours: none of these was measured.
    const gates = facts?.gates.map(({ school, gate, kind, walks }) => [school, gate, kind, walks.length])
    expect(gates).toContainEqual(['南塘小学', '正门', 'primary', 0])
    expect(gates).toContainEqual(['沙湖幼儿园', '校门', 'kindergarten', 0])
    expect(facts?.othersOfOperator).toEqual(['440785100003'])
  })

  test('others at the address are live licences of anyone, and numbers only', async () => {
    const scope = { areas: [], person: register.keyring.blindIndex('person', person(2)) }
    await register.within(scope, async tx => {
      expect(await othersAtAddress(tx, '440785100002')).toEqual(['440785100001'])
      expect(await findRetailer(tx, '440785100001')).toBeUndefined()
      expect(await othersOfOperator(tx, '440785100002')).toEqual([])
    })
  })

  test('a shop without a position has no gates around it, an unknown number has no facts', async () => {
    await register.all(async tx => {
      expect((await renewalFacts(tx, '440785100005'))?.gates).toEqual([])
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
