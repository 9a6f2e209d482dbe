import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SimulatedDesk } from '../simulated-desk.ts'
import { httpCertificateLibrary } from './adapter.ts'
import { startCertificateSimulator } from './simulator.ts'

const code = '92440785MA4W0000XX'
const shop = { live: true, name: '南塘便利店', operatorName: '陈某某', address: '沙湖镇南塘村1号' }
const today = Temporal.Instant.from('2026-11-26T02:00:00Z')
let simulator: SimulatedDesk
beforeEach(async () => {
  simulator = await startCertificateSimulator(new Map([[code, shop]]), () => today.epochMilliseconds)
})
afterEach(() => simulator.stop())
const look = (asked: string) =>
  httpCertificateLibrary(simulator.url, { now: () => today, milliseconds: 200 }).look(asked, AbortSignal.timeout(5_000))

describe('the e-certificate library', () => {
  it('gives the business licence of a code, and says not found only when it says so itself', async () => {
    expect(await look(code)).toEqual({ kind: 'found', licence: shop })
    expect(await look('92440785MA4W0000YY')).toEqual({ kind: 'notFound' })
  })

  // `lying`: another shop's certificate; `repeating`: data of last year.
  it.each(['slow', 'down', 'nonsense', 'lying', 'repeating'] as const)('is no answer when it is %s', async mode => {
    simulator.behave(mode)
    expect(await look(code)).toEqual({ kind: 'unavailable' })
  })
})
