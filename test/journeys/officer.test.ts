import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Signs in at the console with a demo account and its code of this moment; each has a browser profile of its own. */
async function officer(account: string): Promise<Page> {
  const { server } = inject('house')
  const { items } = (await (await fetch(`${server}/api/demo/accounts`)).json()) as {
    items: { account: string; password: string; code: string }[]
  }
  const found = items.find(item => item.account === account)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${server}/console/`)
  await page.getByLabel(/账号/).fill(account)
  await page.getByLabel(/口令|密码/).fill(found?.password ?? '')
  await page.getByLabel(/动态码/).fill(found?.code ?? '')
  await page.getByRole('button', { name: /登录/ }).click()
  await page.getByRole('heading', { name: /待办/ }).first().waitFor()
  return page
}

describe('a renewal that a rule does not pass', () => {
  it('tells the retailer what happens next, and an officer finds it with the full trace', async () => {
    const visitor = await visit(browser)
    await visitor.renew('near-school')
    await visitor.heading(/申请已经收到|工作人员/)
    await visitor.shot('kiosk-person')
    const desk = await officer('window')
    await desk
      .getByText(/R\d{8}-\d{6}/)
      .first()
      .waitFor()
    await desk.screenshot({ path: 'docs/screenshots/console-work-list.png' })
    await desk
      .getByText(/R\d{8}-\d{6}/)
      .first()
      .click()
    await desk.getByText('R08').first().waitFor()
    await desk.waitForTimeout(500)
    await desk.screenshot({ path: 'docs/screenshots/console-file.png' })
    await desk.getByRole('button', { name: /^受理/ }).first().click()
    await desk
      .getByRole('button', { name: /确认|提交/ })
      .first()
      .click()
    await desk
      .getByText(/受理行政许可通知书|已受理/)
      .first()
      .waitFor()
    expect(await desk.getByText('已受理').count()).toBeGreaterThan(0)
  })
})
