import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { officer } from './desk.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('a renewal at the terminal moves the figures, and the figure opens down to that one application', async () => {
  const visitor = await visit(browser)
  await visitor.renew('rectifying')
  await visitor.heading(/申请已经收到|工作人员/)
  const desk = await officer(browser, 'window')
  await desk.getByRole('link', { name: '指标', exact: true }).click()
  await desk.getByRole('heading', { name: '指标', exact: true }).waitFor()
  const card = desk.locator('.figure-card', { has: desk.getByRole('heading', { name: '申请时长', exact: true }) })
  await card
    .getByText(/秒|分钟/)
    .first()
    .waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await desk.screenshot({ path: 'docs/screenshots/console-figures.png', fullPage: true })
  await card.getByRole('link').click()
  await desk.getByRole('heading', { name: /申请时长：.*由以下 \d+ 行算出/ }).waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await desk
    .getByRole('link', { name: /^R\d{8}-\d{6}/ })
    .first()
    .click()
  await desk.getByText('R08').first().waitFor()
})
