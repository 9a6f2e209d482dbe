import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { officer } from './desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const daysAgo = (days: number): string => Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days }).toString()
const server = () => inject('house').server

async function aShop(desk: Page): Promise<string> {
  const reply = await desk.request.get(`${server()}/api/registry/retailers?state=valid&page=3`)
  const { items } = (await reply.json()) as { items: { licenceNo: string }[] }
  return items[11]?.licenceNo ?? ''
}

async function choose(desk: Page, label: string, option: string): Promise<void> {
  await desk.getByLabel(label, { exact: true }).click()
  await desk.locator('.ant-select-item-option', { hasText: option }).click()
}

it('a fault is noted by one person and confirmed by another; the shop has a grade with its reasons, and the list opens to it', async () => {
  const enter = { first: /信用与处置/, path: '/credit' }
  const [inspector, legal] = await Promise.all([
    officer(browser, 'inspector2', enter),
    officer(browser, 'legal', enter),
  ])
  const licenceNo = await aShop(inspector)
  await inspector.goto(`${server()}/console/retailers/${licenceNo}`)
  await inspector.getByText('未评级：还没有任何记录。').waitFor()
  await inspector.getByRole('link', { name: '记信用记录' }).click()
  await choose(inspector, '行为', '向未成年人售烟')
  await inspector.getByLabel('发生日期').fill(daysAgo(6))
  await inspector.getByLabel('查明的事实').fill('向一名初中生售出卷烟一包（模拟数据）')
  await inspector.getByRole('button', { name: '提交', exact: true }).click()
  await inspector.getByRole('heading', { name: '信用记录：向未成年人售烟' }).waitFor()
  expect(await inspector.getByRole('button', { name: '确认计入' }).isDisabled()).toBe(true)
  const id = inspector.url().split('/').at(-1) ?? ''

  await legal.getByRole('link', { name: '信用记录' }).first().click()
  await legal.getByRole('link', { name: /待确认 \d/ }).click()
  await legal.getByRole('link', { name: id }).click()
  await legal.getByRole('button', { name: '确认计入' }).click()
  await legal.getByLabel('确认的意见').fill('笔录和监控一致，属实（模拟数据）')
  await legal.getByRole('button', { name: '提交：确认计入' }).click()
  await legal.getByText('计入', { exact: true }).first().waitFor()
  await legal.screenshot({ path: 'docs/screenshots/console-credit-file.png' })

  await legal.goto(`${server()}/console/credit?view=grades&grade=C`)
  await legal.getByRole('cell', { name: 'C', exact: true }).first().waitFor()
  await legal.getByRole('row').nth(1).getByRole('link').click()
  await legal.getByText(/C 级，55 分/).waitFor()
  await legal.getByText(/向未成年人售烟 -25/).waitFor()
})
