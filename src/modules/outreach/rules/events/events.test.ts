import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceMetres } from '#kernel/position'
import { unreachableStates } from '#kernel/state-table'
import { checkEventWords, eventMoves } from './event.ts'
import { proposeEvents, reachByTown, type Shop, unreachedOf } from './reach.ts'

/** Metres east of a fixed place, roughly. */
const shop = (licenceNo: string, east: number, town = 'a'): Shop => ({
  licenceNo,
  town,
  position: { lng: 112.3 + east / 102_900, lat: 22.2 },
})

describe('an event', () => {
  it('reaches every state', () => expect(unreachableStates(eventMoves, 'planned')).toEqual([]))

  it('names no brand anywhere and no offers at a school', () => {
    expect(checkEventWords('village', ['送法进村', '玉溪宣传册'])).toMatchObject({ ok: false, refusal: 'adWords' })
    expect(checkEventWords('village', ['识破低价促销'])).toMatchObject({ ok: true })
    expect(checkEventWords('school', ['识破低价促销'])).toMatchObject({ ok: false, details: { words: '促销' } })
  })
})

describe('who has been reached', () => {
  const shops = [shop('1', 0), shop('2', 900), shop('3', 1100), shop('4', 9000, 'b')]

  it('a shop counts when an event was held within the distance', () => {
    const held = [{ position: shop('', 0).position, reached: 40 }]
    const unreached = unreachedOf(shops, held, 1000)
    expect(unreached.map(({ licenceNo }) => licenceNo)).toEqual(['3', '4'])
    expect(reachByTown(shops, unreached)).toEqual([
      { town: 'a', shops: 3, near: 2 },
      { town: 'b', shops: 1, near: 0 },
    ])
  })

  it('the next event goes where most are waiting, the one after it not to the same', () => {
    expect(proposeEvents(shops, 1000, 5).map(({ at, shops: count }) => `${at}:${count}`)).toEqual(['2:3', '4:1'])
  })

  it('every proposal covers what it says, and together they cover all when there are enough', () => {
    const places = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(places, east => {
        const all = east.map((metres, n) => shop(String(n), metres))
        const proposals = proposeEvents(all, 1000, 40)
        expect(proposals.reduce((sum, { shops: count }) => sum + count, 0)).toBe(all.length)
        for (const one of all)
          expect(proposals.some(({ position }) => distanceMetres(position, one.position) <= 1000)).toBe(true)
      }),
    )
  })
})
