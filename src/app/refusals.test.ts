import { expect, it } from 'vitest'
import { kernelRefusals } from '#kernel/refusal-texts'
import { movableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { joinRefusals } from '../platform/http/join-refusals.ts'
import { platformRefusals } from '../platform/http/refusals.ts'
import { houseModules } from './modules.ts'

it('gives each refusal of the house one meaning: two domains with one name would stop the server from starting', () => {
  const modules = houseModules(readConfig({}), { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined })
  const joined = joinRefusals([platformRefusals, kernelRefusals, ...modules.map(({ refusals }) => refusals)])
  expect(Object.keys(joined).length).toBeGreaterThan(300)
})
