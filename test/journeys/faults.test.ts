import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { dockCall, type Visitor, visit } from './terminal.ts'

let browser: Browser
let visitor: Visitor
beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  await dockCall('fault', { reader: 'none', printer: 'none', network: 'pass' })
  await visitor.page.close()
})
afterAll(closePages)

const begin = async (cardId: string, fault: object = {}) => {
  visitor = await visit(browser)
  await visitor.fault(fault)
  await visitor.press(/延续许可证/)
  await visitor.lay(cardId)
}
const says = (text: RegExp) => visitor.page.getByRole('main').getByText(text).first().waitFor({ timeout: 30_000 })

describe('what goes wrong at a terminal has a name on the screen', () => {
  it.each([
    ['a card pulled while it is read', 'last-day', { reader: 'pulledMidRead' }, /没有读完|拿开|移开|离开/],
    ['a card whose chip does not answer', 'last-day', { reader: 'badChecksum' }, /读不出来/],
    ['a child', 'minor', {}, /未满十八周岁/],
    ['a renewal in the last thirty days', 'last-week', {}, /现在已经晚了/],
    ['a renewal after expiry', 'expired', {}, /已过有效期/],
    ['an expired card', 'card-expired', {}, /过期|有效期/],
    ['a person without a licence in this county', 'other-county', {}, /没有.*许可证|没有查到/],
    ['a licence that was cancelled', 'cancelled', {}, /注销/],
    ['a renewal that is too early', 'early', {}, /还没到|太早|可以申请|起/],
  ] as const)('%s', async (_, card, fault, words) => {
    await begin(card, fault)
    await says(words)
  })

  it('a server that cannot be reached keeps the application on the machine and sends it once', async () => {
    await begin('opens-today')
    await visitor.press('都对，继续')
    await visitor.press(/不用送/)
    await visitor.press('是，没有变')
    await visitor.press('我同意')
    await visitor.sign()
    await visitor.fault({ network: 'cut' })
    await visitor.press('提交申请')
    await visitor.heading(/已保存在本机/)
    await visitor.shot('kiosk-kept')
    await visitor.fault({ network: 'pass' })
    await expect.poll(pendingActs, { timeout: 60_000, interval: 1_000 }).toBe(0)
  })
})

async function pendingActs(): Promise<number> {
  const response = await fetch(`${inject('house').agent}/device/state`)
  return ((await response.json()) as { pendingActs: number }).pendingActs
}
