import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('a renewal at the terminal is on the board by itself, and its figure opens down to that one application', async () => {
  const visitor = await visit(browser)
  const board = await officer(browser, 'head', { path: '/board', first: /总览/ })
  await board.setViewportSize({ width: 1920, height: 1080 })
  const received = board.getByRole('region', { name: '收件量', exact: true }).getByRole('link').first()
  const before = await received.textContent()
  await board.getByText('● 实时').waitFor()
  await visitor.renew('rectifying')
  await visitor.heading(/申请已经收到|工作人员/)
  await board.getByRole('list', { name: '实时动态' }).getByText('提交延续申请').first().waitFor()
  await expect.poll(() => received.textContent()).not.toBe(before)
  expect(await axeFindings(board)).toEqual([])
  await keepPicture(board, 'board')

  const event = board.getByRole('list', { name: '实时动态' }).getByRole('link', { name: '提交延续申请' }).first()
  const applicationNo = (await event.getAttribute('href'))?.split('/').at(-1) ?? ''
  await received.click()
  await board.getByRole('heading', { name: /收件量：.*由以下 \d+ 行算出/ }).waitFor()
  expect(await axeFindings(board)).toEqual([])
  await board.getByRole('link', { name: applicationNo }).click()
  await board.getByText('R08').first().waitFor()
})

it('every figure says how it is computed', async () => {
  const desk = await officer(browser, 'window')
  await desk.getByRole('link', { name: '指标', exact: true }).click()
  await desk.getByRole('heading', { name: '指标', exact: true }).waitFor()
  await desk.locator('.figure-card').first().waitFor()
  await keepPicture(desk, 'console-figures', { fullPage: true })
  await desk.getByRole('link', { name: '指标口径' }).first().click()
  await desk.getByText('行业没有公布统一算法').waitFor()
})
