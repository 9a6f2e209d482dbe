import { expect, it } from 'vitest'
import { movableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { joinRefusals } from '../platform/http/join-refusals.ts'
import { houseModules } from './modules.ts'

const modules = houseModules(readConfig({}), { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined })

it('the refusals of all domains are one table: no name means two things', () => {
  expect(Object.keys(joinRefusals(modules.map(({ refusals }) => refusals))).length).toBeGreaterThan(100)
})

it('every address of the house is answered by one route', () => {
  const doors = modules.flatMap(({ routes }) => routes.map(({ route }) => `${route.method} ${route.url}`))
  expect(doors.filter((door, n) => doors.indexOf(door) !== n)).toEqual([])
})
