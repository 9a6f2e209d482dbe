import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpPostCarrier } from './adapter.ts'
import { type PostSimulator, startPostSimulator } from './simulator.ts'

const parcel = {
  orderId: 'S20261126-000001-1',
  to: { name: '陈某某', phone: '13800138000', address: '沙湖镇南塘村1号' },
  what: '准予延续决定书',
}
let simulator: PostSimulator
beforeEach(async () => {
  simulator = await startPostSimulator()
})
afterEach(() => simulator.stop())
const carrier = () => httpPostCarrier(simulator.url, 200)

describe('the post', () => {
  it('takes one order a number, however often it is asked for and although its answer was lost', async () => {
    simulator.behave('answerLost')
    expect(await carrier().order(parcel)).toEqual({ kind: 'unavailable' })
    simulator.behave('normal')
    const first = await carrier().order(parcel)
    expect(first).toMatchObject({ kind: 'ordered' })
    expect(await carrier().order(parcel)).toEqual(first)
    expect(simulator.parcels()).toHaveLength(1)
  })

  it('tells what became of a parcel, from the cursor on', async () => {
    await carrier().order(parcel)
    simulator.happen(parcel.orderId, 'delivered', '2026-11-27T02:00:00Z', '本人')
    const heard = await carrier().eventsSince(null)
    expect(heard).toMatchObject({ kind: 'events', events: [{ orderId: parcel.orderId, kind: 'delivered' }] })
    const cursor = heard.kind === 'events' ? heard.cursor : null
    expect(await carrier().eventsSince(cursor)).toMatchObject({ events: [] })
  })

  it.each(['slow', 'down', 'nonsense', 'lying'] as const)('is unavailable when it is %s', async mode => {
    simulator.behave(mode)
    expect(await carrier().order(parcel)).toEqual({ kind: 'unavailable' })
  })

  it('passes on why an address is refused', async () => {
    simulator.behave('refusing')
    expect(await carrier().order(parcel)).toEqual({ kind: 'refused', why: '收件地址不在投递范围' })
  })
})
