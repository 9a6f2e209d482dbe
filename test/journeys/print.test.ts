import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

const sheets = async (): Promise<number> => ((await dockCall('state')) as { prints: unknown[] }).prints.length

/** From the idle screen to the record of the one licence of this person. */
const look = async (cardId: string) => {
  visitor = await visit(browser)
  await visitor.press(/查询打印/)
  await visitor.lay(cardId)
  await visitor.page.getByRole('button', { name: '打印查询件' }).waitFor({ timeout: 30_000 })
}

describe('query and print', () => {
  it('shows the licence as it stands, prints one sheet and lets it be taken', async () => {
    await look('e-cigarette')
    await visitor.page.getByText('嘉豪烟酒商行').first().waitFor()
    await visitor.shot('kiosk-record')
    const before = await sheets()
    await visitor.press('打印查询件')
    await visitor.page
      .getByRole('button', { name: /拿到了|已取/ })
      .first()
      .waitFor({ timeout: 30_000 })
    expect(await sheets()).toBe(before + 1)
    await visitor.press(/拿到了|已取/)
    await visitor.shot('kiosk-finished')
  })

  it.each([
    ['paperOut', /没有纸|缺纸/],
    ['jam', /卡纸|卡住/],
    ['off', /打印机/],
  ] as const)('with the printer at %s says so and prints nothing by itself afterwards', async (printer, words) => {
    await look('e-cigarette')
    const before = await sheets()
    await visitor.fault({ printer })
    await visitor.press('打印查询件')
    await visitor.page.getByRole('main').getByText(words).first().waitFor({ timeout: 60_000 })
    await visitor.fault({ printer: 'none' })
    await visitor.lay(null)
    await visitor.page.getByRole('button', { name: '退出' }).first().click()
    await visitor.page.getByRole('button', { name: /延续许可证/ }).waitFor({ timeout: 30_000 })
    expect(await sheets()).toBe(before)
  })
})
