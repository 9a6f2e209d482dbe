import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('an analyst opens the graph for a clue, finds the old case behind it, confirms the collision, and both looks are counted', async () => {
  const desk = await officer(browser, 'analyst', { first: /./ })
  await desk.goto(`${inject('house').server}/console/graph`)
  await desk.getByLabel('线索或者案件编号').fill('模拟线索-2026-001')
  await desk.getByRole('button', { name: '打开关系图' }).click()
  await desk.getByRole('button', { name: '从本件开始' }).click()
  const drawing = desk.getByRole('group', { name: '图', exact: true })
  await drawing.getByRole('button', { name: '线索 模拟线索-2026-001' }).press('Enter')
  await desk.getByRole('button', { name: '查到哪些案件和线索' }).click()
  await desk.getByText(/找到 \d 条路径/).waitFor()
  // Each step of a path says which record it rests on.
  const steps = desk.getByRole('region', { name: '路径和每一步的依据' })
  await steps
    .getByText(/可信度 \d+%/)
    .first()
    .waitFor()
  await keepPicture(desk, 'console-graph')
  expect(await axeFindings(desk)).toEqual([])
  await desk.getByText('表', { exact: true }).click()
  const table = desk.getByRole('region', { name: '表', exact: true })
  await table
    .getByText(/案件 模拟案〔2026〕11，/)
    .first()
    .waitFor()
  await keepPicture(desk, 'console-graph-table')
  await desk.getByText('碰撞命中', { exact: true }).click()
  const hit = desk.getByRole('region').filter({ hasText: '车牌' }).first()
  // Whoever was told says that he has seen it, and his badge goes down by one.
  const badge = desk.getByRole('link', { name: /碰撞 \d+ 件未看/ })
  const before = Number(/\d+/.exec((await badge.textContent()) ?? '')?.[0])
  await hit.getByRole('button', { name: '已知悉' }).click()
  await desk.getByRole('link', { name: `碰撞 ${before - 1} 件未看` }).waitFor()
  await hit.getByLabel('理由').fill('同一车牌，时间吻合')
  await keepPicture(desk, 'console-graph-hits')
  const name = (await hit.getAttribute('aria-label')) ?? ''
  await hit.getByRole('button', { name: '确认有关联' }).click()
  await desk.getByRole('region', { name, exact: true }).waitFor({ state: 'detached' })

  const head = await officer(browser, 'head', { first: /./ })
  await head.goto(`${inject('house').server}/console/graph`)
  await head.getByText('调阅记录', { exact: true }).click()
  const row = head.getByRole('row').filter({ hasText: '模拟线索-2026-001' }).first()
  await row.waitFor()
  expect(Number(await row.getByRole('cell').nth(3).textContent())).toBeGreaterThan(5)
})
