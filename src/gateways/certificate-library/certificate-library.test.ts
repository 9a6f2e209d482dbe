import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creditCodeCheck } from '#kernel/credit-code'
import type { SimulatedDesk } from '../simulated-desk.ts'
import { httpCertificateLibrary } from './adapter.ts'
import { startCertificateSimulator } from './simulator.ts'

const codeOf = (serial: number) => {
  const first17 = `92440785MA000000${serial}`
  return first17 + creditCodeCheck(first17)
}
const [code, second, closed, others] = [codeOf(1), codeOf(2), codeOf(3), codeOf(4)]
const own = '440785197905169021'
const shop = { live: true, name: '南塘便利店', operatorName: '陈某某', address: '沙湖镇南塘村1号' }
const today = Temporal.Instant.from('2026-11-26T02:00:00Z')
let simulator: SimulatedDesk
beforeEach(async () => {
  const of = (operatorIdNo: string, live = true) => ({ ...shop, live, operatorIdNo })
  const entries = new Map([
    [code, of(own)],
    [second, of(own)],
    [closed, of(own, false)],
    [others, of('440785198503029019')],
  ])
  simulator = await startCertificateSimulator(entries, () => today.epochMilliseconds)
})
afterEach(() => simulator.stop())
const library = () => httpCertificateLibrary(simulator.url, { now: () => today, milliseconds: 200 })
const look = (asked: string) => library().look(asked, AbortSignal.timeout(5_000))
const listOf = (idNo: string, name = shop.operatorName) => library().listOf({ name, idNo }, AbortSignal.timeout(5_000))

describe('the e-certificate library', () => {
  it('gives the business licence of a code, and says not found only when it says so itself', async () => {
    expect(await look(code)).toEqual({ kind: 'found', licence: shop })
    expect(await look('92440785MA4W0000YY')).toEqual({ kind: 'notFound' })
  })

  // `lying`: another shop's certificate; `repeating`: data of last year.
  it.each(['slow', 'down', 'nonsense', 'lying', 'repeating'] as const)('is no answer when it is %s', async mode => {
    simulator.behave(mode)
    expect(await look(code)).toEqual({ kind: 'unavailable' })
    expect(await listOf(own)).toEqual({ kind: 'unavailable' })
  })

  it('gives the live business licences that name an operator, and nobody else’s', async () => {
    const licences = [code, second].map(creditCode => ({ creditCode, ...shop }))
    expect(await listOf(own)).toEqual({ kind: 'found', licences })
    expect(await listOf('440785197001010012')).toEqual({ kind: 'found', licences: [] })
    expect(await listOf(own, '另一人')).toEqual({ kind: 'found', licences: [] })
  })

  it('is no answer where one certificate has a code that can be none', async () => {
    await simulator.stop()
    const wrong = new Map([['92440785MA4W0000XX', { ...shop, operatorIdNo: own }]])
    simulator = await startCertificateSimulator(wrong, () => today.epochMilliseconds)
    expect(await listOf(own)).toEqual({ kind: 'unavailable' })
  })
})
