import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findSuspicions, type Holding } from './holders.ts'

let n = 0
const holding = (change: Partial<Holding> = {}): Holding => {
  n += 1
  return {
    licenceNo: `4407851${String(n).padStart(5, '0')}`,
    areaCode: '440785103',
    operatorIndex: `p${n}`,
    operatorName: `模拟${n}`,
    addressKey: `a${n}`,
    phoneIndex: `t${n}`,
    creditCode: null,
    bankAccountHash: null,
    orderDeviceHash: null,
    ...change,
  }
}
const pair = (first: Partial<Holding>, second: Partial<Holding> = first) => [holding(first), holding(second)]
const signalsOf = (holdings: readonly Holding[]) =>
  findSuspicions(holdings).map(({ what, signals }) => [what, ...signals])

it.each<[string, readonly Holding[], string[][]]>([
  ['nothing shared', pair({}), []],
  ['one person', pair({ operatorIndex: 'p', operatorName: '甲' }), [['manyLicences', 'samePerson']]],
  ['one place', pair({ addressKey: 'x' }), [['manyLicences', 'samePlace']]],
  ['no address at all', pair({ addressKey: '' }), []],
  [
    'one person at one place is one suspicion',
    pair({ operatorIndex: 'p', operatorName: '甲', addressKey: 'x' }),
    [['manyLicences', 'samePerson', 'samePlace']],
  ],
  ['one account of two persons', pair({ bankAccountHash: 'b' }), [['manyLicences', 'sameAccount']]],
  ['one device of two persons', pair({ orderDeviceHash: 'd' }), [['manyLicences', 'sameDevice']]],
  [
    'one account of the same person says nothing more',
    pair({ operatorIndex: 'p', operatorName: '甲', bankAccountHash: 'b' }),
    [['manyLicences', 'samePerson']],
  ],
  [
    'one number, two names',
    pair({ operatorIndex: 'p', operatorName: '甲' }, { operatorIndex: 'p', operatorName: '乙' }),
    [['personMismatch', 'twoNames']],
  ],
  ['one business licence, two persons', pair({ creditCode: 'c' }), [['personMismatch', 'sameBusiness']]],
  ['one telephone, two persons', pair({ phoneIndex: 't' }), [['personMismatch', 'samePhone']]],
])('%s', (_, holdings, signals) => {
  expect(signalsOf(holdings)).toEqual(signals)
})

it('a telephone of a whole village says nothing about one household', () => {
  expect(signalsOf(Array.from({ length: 7 }, () => holding({ phoneIndex: 'v' })))).toEqual([])
})

it('says the same whatever the order, and each group of licences once', () => {
  const few = fc.constantFrom('x', 'y', 'z')
  const aHolding = fc.record({
    operatorIndex: few,
    addressKey: few,
    phoneIndex: fc.option(few),
    creditCode: fc.option(few),
  })
  fc.assert(
    fc.property(fc.array(aHolding, { maxLength: 10 }), drawn => {
      const holdings = drawn.map(holding)
      const found = findSuspicions(holdings)
      expect(findSuspicions(holdings.toReversed())).toEqual(found)
      expect(new Set(found.map(({ what, licences }) => `${what} ${licences.join()}`)).size).toBe(found.length)
      for (const { licences } of found) expect(licences.length).toBeGreaterThan(1)
    }),
  )
})
