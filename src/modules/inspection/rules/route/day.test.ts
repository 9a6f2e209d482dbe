import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DaySetting, type DayStop, routeOfDay } from './day.ts'

const start = { lng: 112.31, lat: 22.18 }
const setting: DaySetting = { start, dayFrom: 510, dayTo: 1320, visitMinutes: 40, metresPerMinute: 500 }
const east = (km: number) => ({ lng: start.lng + km / 103, lat: start.lat })
const stop = (taskId: string, km: number, change: Partial<DayStop> = {}): DayStop => ({
  taskId,
  position: east(km),
  open: 510,
  close: 1020,
  priority: 10,
  ...change,
})
const order = (stops: readonly DayStop[], change: Partial<DaySetting> = {}) =>
  routeOfDay(stops, { ...setting, ...change }).stops.map(({ taskId }) => taskId)

describe('the route of a day', () => {
  it('goes round without crossing itself, whatever the order of the list', () => {
    const corner = (taskId: string, km: number, north: number) =>
      stop(taskId, km, { position: { ...east(km), lat: start.lat + north / 111.195 } })
    const corners = [corner('b', 10, 10), corner('c', 0, 10), corner('a', 10, 0)]
    for (const list of [corners, corners.toReversed()]) expect(['a,b,c', 'c,b,a']).toContain(order(list).join())
  })

  it('comes when the shop is open: off-hours visits last', () => {
    const evening = stop('evening', 2, { open: 1050, close: 1290 })
    const route = routeOfDay([evening, stop('day', 20)], setting)
    expect(route.stops.map(({ taskId }) => taskId)).toEqual(['day', 'evening'])
    expect(route.stops[1]?.begin).toBe(1050)
  })

  it('drops what matters least when the day is too short, and says so', () => {
    const stops = [stop('reported', 4, { priority: 30 }), stop('cycle', -4, { priority: 10 })]
    expect(routeOfDay(stops, { ...setting, dayTo: 575 })).toMatchObject({
      stops: [{ taskId: 'reported' }],
      absent: ['cycle'],
    })
  })

  it('names shops without a position beside the route', () => {
    expect(routeOfDay([stop('a', 3), stop('b', 1, { position: null })], setting)).toMatchObject({ unplaced: ['b'] })
    expect(routeOfDay([], setting)).toMatchObject({ stops: [], absent: [], back: 510 })
  })

  it('keeps every window and loses no task', () => {
    const any = fc.record({
      km: fc.integer({ min: -25, max: 25 }),
      late: fc.boolean(),
      priority: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), list => {
        const stops = list.map(({ km, late, priority }, n) =>
          stop(`t${n}`, km, { priority, ...(late ? { open: 1050, close: 1290 } : {}) }),
        )
        const route = routeOfDay(stops, setting)
        const all = [...route.stops.map(({ taskId }) => taskId), ...route.absent]
        expect(all.toSorted()).toEqual(stops.map(({ taskId }) => taskId).toSorted())
        for (const planned of route.stops) {
          const asked = stops.find(({ taskId }) => taskId === planned.taskId)
          expect(planned.begin).toBeGreaterThanOrEqual(asked?.open ?? 0)
          expect(planned.begin).toBeLessThanOrEqual(asked?.close ?? 0)
        }
        expect(route.back).toBeLessThanOrEqual(setting.dayTo)
        expect(routeOfDay(stops, setting)).toEqual(route)
      }),
      { numRuns: 30 },
    )
  })
})
