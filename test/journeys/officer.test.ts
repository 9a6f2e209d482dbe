import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

describe('a renewal that a rule does not pass', () => {
  it('tells the retailer what happens next, and an officer finds it with the full trace', async () => {
    const visitor = await visit(browser)
    await visitor.renew('near-school')
    await visitor.heading(/申请已经收到|工作人员/)
    await visitor.shot('kiosk-person')
    const [applicationNo = ''] = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText()) ?? []
    const desk = await officer(browser, 'window')
    await desk
      .getByText(/R\d{8}-\d{6}/)
      .first()
      .waitFor()
    await keepPicture(desk, 'console-work-list')
    await openFile(desk, applicationNo)
    await desk.getByText('R08').first().waitFor()
    await desk.waitForTimeout(500)
    await keepPicture(desk, 'console-file')
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
