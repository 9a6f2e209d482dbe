import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpBusinessRegister } from './adapter.ts'
import { type Simulator, startSimulator } from './simulator.ts'

const shop = { live: true, name: '南塘便利店', operatorName: '陈某某', address: '沙湖镇南塘村1号' }
let simulator: Simulator

beforeEach(async () => {
  simulator = await startSimulator(new Map([['92440785MA4W0000XX', shop]]))
})
afterEach(() => simulator.stop())

/** Patient, so that a busy machine is no failure; only where the other side never answers is the wait cut short. */
const look = (code: string, patienceMs = 10_000) =>
  httpBusinessRegister(simulator.url).look(code, AbortSignal.timeout(patienceMs))

describe('the business register', () => {
  it('tells what it knows of a code', async () => {
    expect(await look('92440785MA4W0000XX')).toEqual({ kind: 'found', licence: shop })
  })

  it('says not found only when the register itself says so', async () => {
    expect(await look('92440785MA4W0000YY')).toEqual({ kind: 'notFound' })
  })

  it.each(['slow', 'down', 'lying'] as const)('is unavailable when the other side is %s', async mode => {
    simulator.behave(mode)
    expect(await look('92440785MA4W0000XX', mode === 'slow' ? 200 : undefined)).toEqual({ kind: 'unavailable' })
  })
})
