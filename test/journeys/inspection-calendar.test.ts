import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('an inspector asks for the visits of the next high season, once; they stand on the board with their reason, and one that is sent has its place in the route of its day', async () => {
  const desk = await officer(browser, 'inspector3', { path: '/inspection-calendar', first: /哪些日子要错时/ })
  const periods = desk.getByRole('region', { name: '节假日和高发期' })
  const next = periods
    .getByRole('row')
    .filter({ has: desk.getByRole('button', { name: '现在提出' }) })
    .first()
  const id = /(?:JR|GF)-\d{4}-\d{2}-\d{2}/.exec((await next.textContent()) ?? '')?.[0] ?? 'none'
  await next.getByRole('button', { name: '现在提出' }).click()
  const row = periods.getByRole('row').filter({ hasText: id })
  await row.getByText(/已提出 \d+ 户，已派 0 户/).waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
  await keepPicture(desk, 'console-inspection-calendar', { fullPage: true })
  await row.getByRole('link').click()
  await desk
    .getByText(/加派错时/)
    .first()
    .waitFor()

  // The period's own proposals: the whole board shows the most urgent sixty first, and which those are is the day's affair.
  const head = await officer(browser, 'head', { path: `/tasks?ref=${id}`, first: /检查任务/ })
  const proposed = head.getByRole('region', { name: '分析' }).locator('article', { hasText: '加派错时' }).first()
  const taskId = (await proposed.getAttribute('data-task')) ?? 'none'
  const card = head.locator(`article[data-task="${taskId}"]`)
  const shop = (await card.getByRole('link').first().textContent()) ?? 'no shop'
  await card.getByRole('button', { name: '审批派工' }).click()
  const day = await card.getByLabel('检查日期').inputValue()
  await card.getByRole('button', { name: '批准并派工' }).click()
  await card.getByRole('button', { name: '收回' }).waitFor()
  const route = head.getByRole('region', { name: '当日路线' })
  await route.getByLabel('日期').fill(day)
  await route.getByRole('button', { name: '看路线' }).click()
  await route.getByText(shop).first().waitFor()
  await route
    .getByText(/稽查 .+：\d+ 户，约 \d\d:\d\d 回到县城/)
    .first()
    .waitFor()
  await keepPicture(head, 'console-day-route')
})
