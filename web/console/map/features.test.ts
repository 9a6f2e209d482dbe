import { describe, expect, it } from 'vitest'
import { boundsOf, countByState, filterShops, knownState, shopFeatures } from './features.ts'
import { readMapFilters } from './filters.ts'
import { stateLooks } from './state-looks.ts'

const shop = (licenceNo: string, state: string, areaCode?: string) => ({
  licenceNo,
  name: licenceNo,
  state,
  lng: 112.3,
  lat: 22.2,
  ...(areaCode === undefined ? {} : { areaCode }),
})

describe('the points of the map', () => {
  const shops = [shop('a', 'valid', '440785103201'), shop('b', 'expired', '440785104'), shop('c', 'valid')]

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ state: 'valid' }, ['a', 'c']],
    [{ town: '440785103' }, ['a']],
    [{ town: '440785104', state: 'expired' }, ['b']],
  ] as const)('filtered by %j are %j', (filters, expected) => {
    expect(filterShops(shops, filters).map(s => s.licenceNo)).toEqual(expected)
  })

  it('never draw an unknown state as a valid shop', () => {
    expect(knownState('somethingNew')).toBe('cancelled')
    expect(shopFeatures([shop('x', 'somethingNew')]).features[0]?.properties['state']).toBe('cancelled')
  })

  it('are counted in the order of the states, empty ones left out', () => {
    expect(countByState(shops)).toEqual([
      ['valid', 2],
      ['expired', 1],
    ])
  })

  it('lie in a box with a margin', () => {
    expect(boundsOf([])).toBeUndefined()
    const box = boundsOf([{ lng: 1, lat: 2 }])
    expect(box?.[0]).toBeLessThan(1)
    expect(box?.[3]).toBeGreaterThan(2)
  })

  it('differ in shape where they differ in state, so that colour is never alone', () => {
    const looks = Object.values(stateLooks)
    expect(new Set(looks.map(look => look.shape)).size).toBe(looks.length)
    expect(new Set(looks.map(look => look.sign)).size).toBe(looks.length)
  })
})

describe('the filters of the map', () => {
  it('read a town as number or text and leave out the unknown', () => {
    expect(readMapFilters({ town: 440785103, state: 'valid' })).toEqual({ town: '440785103', state: 'valid' })
    expect(readMapFilters({ town: 'x', state: 'gone' })).toEqual({})
  })
})
