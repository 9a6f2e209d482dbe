import { expect, it } from 'vitest'
import { kernelRefusals } from '#kernel/refusal-texts'
import { movableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { joinRefusals } from '../platform/http/join-refusals.ts'
import { platformRefusals } from '../platform/http/refusals.ts'
import { houseModules } from './modules.ts'

const modules = houseModules(readConfig({}), { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined })

// Joined as the server joins them, with its own and the kernel's: two domains with one name would stop it from starting.
it('the refusals of the house are one table: no name means two things', () => {
  const joined = joinRefusals([platformRefusals, kernelRefusals, ...modules.map(({ refusals }) => refusals)])
  expect(Object.keys(joined).length).toBeGreaterThan(300)
})

it('every address of the house is answered by one route', () => {
  const doors = modules.flatMap(({ routes }) => routes.map(({ route }) => `${route.method} ${route.url}`))
  expect(doors.filter((door, n) => doors.indexOf(door) !== n)).toEqual([])
})
