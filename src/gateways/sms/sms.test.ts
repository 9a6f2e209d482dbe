import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpMessageSender } from './adapter.ts'
import { type SmsSimulator, startSmsSimulator } from './simulator.ts'

const message = { id: '0b0e8a52-5f0a-4d57-9d53-1c1b7c1f0001', phone: '13800138000', text: '您的许可证快到期了。' }
let simulator: SmsSimulator
beforeEach(async () => {
  simulator = await startSmsSimulator()
})
afterEach(() => simulator.stop())

const sender = () => httpMessageSender(simulator.url, 200)

describe('the SMS gateway', () => {
  it('hands a message over, and tells of its delivery once', async () => {
    expect(await sender().send(message)).toEqual({ kind: 'accepted', providerId: `sim-${message.id}` })
    const first = await sender().receiptsSince('')
    expect(first?.receipts).toEqual([{ providerId: `sim-${message.id}`, outcome: 'delivered' }])
    expect((await sender().receiptsSince(first?.cursor ?? ''))?.receipts).toEqual([])
  })

  it('sends a message once although its first answer was lost', async () => {
    simulator.behave('answerLost')
    expect(await sender().send(message)).toEqual({ kind: 'unavailable' })
    simulator.behave('normal')
    expect(await sender().send(message)).toMatchObject({ kind: 'accepted' })
    expect(simulator.inbox()).toHaveLength(1)
  })

  it('passes on why a number is refused', async () => {
    simulator.behave('barred')
    expect(await sender().send(message)).toEqual({ kind: 'refused', why: '号码在免打扰名单里' })
  })

  it.each(['slow', 'down', 'lying'] as const)('is unavailable when the other side is %s', async mode => {
    simulator.behave(mode)
    expect(await sender().send(message)).toEqual({ kind: 'unavailable' })
    expect(await sender().receiptsSince('')).toBeNull()
  })

  it('waits where no provider is named', async () => {
    expect(await httpMessageSender(undefined).send(message)).toEqual({ kind: 'unavailable' })
  })
})
