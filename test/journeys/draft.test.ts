import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { takePhone } from './phone.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

describe('a draft goes where its person goes', () => {
  it('begun at the terminal, continued on the telephone by its QR, and back at the terminal by its code', async () => {
    const visitor = await visit(browser)
    await visitor.press(/停业、恢复营业/)
    await visitor.press(/^停业/)
    await visitor.lay('last-day')
    await visitor.press('都对，继续')
    await visitor.press(/明天/)
    await visitor.press('保存，换个地方继续')
    await visitor.heading(/已经保存/)
    const code = (await visitor.page.locator('.draft-code').innerText()).replace(/\s/gu, '')
    expect(code).toMatch(/^[2-9A-Z]{8}$/)
    await visitor.press('退出')
    await visitor.page.close()

    // What the QR holds: the front door with the code behind the #, which no server sees. Only its own person opens it.
    const phone = await takePhone(browser)
    await phone.open(`/#draft=${code}`)
    await phone.heading('请先登录')
    await phone.signInByIdentity('叶惠霞')
    await phone.heading('请核对您的许可证')
    await phone.press('都对，继续')
    await phone.heading(/到哪一天/)
    await phone.press(/1个月/)
    await phone.press('存下来，以后再办')
    await phone.page.getByText('已经存好').waitFor()
    await phone.page.context().close()

    const again = await visit(browser)
    await again.lay('last-day')
    await again.press('继续没办完的')
    await again.page.getByText(/上次在网上/).waitFor()
    await again.press('输入草稿码')
    for (const letter of code) await again.press(new RegExp(`^${letter}$`))
    await again.press('继续办理')
    await again.press('都对，继续')
    // Both days are known by now: the terminal said the first, the telephone the second.
    await again.heading(/为什么停业/)
    await again.page.close()
  })
})
