import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { type Phone, takePhone } from './phone.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const daysAgo = (days: number): string => Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days }).toString()
const server = () => inject('house').server

/** The shop of whoever holds this telephone. */
async function ownShop(phone: Phone): Promise<string> {
  await phone.open('/me/credit')
  await phone.signInByCode('关伯年')
  await phone.page.getByText('还没有评级：没有任何记录。').waitFor()
  const headers = { 'x-yzt-portal': '1' }
  const reply = await phone.page.request.get(`${server()}/api/credit/mine`, { headers })
  const { items } = (await reply.json()) as { items: { credit: { licenceNo: string } }[] }
  return items[0]?.credit.licenceNo ?? ''
}

async function choose(desk: Page, label: string, option: string): Promise<void> {
  await desk.getByLabel(label, { exact: true }).click()
  await desk.locator('.ant-select-item-option', { hasText: option }).click()
}

it('a fault is noted by one, confirmed by another; the shop has a grade with its reasons, and its holder objects on his telephone', async () => {
  const enter = { first: /信用与处置/, path: '/credit' }
  const phone = await takePhone(browser)
  const [licenceNo, inspector, legal] = await Promise.all([
    ownShop(phone),
    officer(browser, 'inspector2', enter),
    officer(browser, 'legal', enter),
  ])
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
  await keepPicture(legal, 'console-credit-file')

  await legal.goto(`${server()}/console/credit?view=grades&grade=C`)
  await legal.getByRole('cell', { name: 'C', exact: true }).first().waitFor()
  await legal.getByRole('row').nth(1).getByRole('link').click()
  await legal.getByText(/C 级，55 分/).waitFor()
  await legal.getByText(/向未成年人售烟 -25/).waitFor()

  await phone.open('/me/credit')
  await phone.page.getByText(/信用等级 C（55分/).waitFor()
  await phone.press('提出异议')
  await phone.page.getByLabel(/为什么有错/).fill('当天不营业，有停电通知为证（模拟数据）')
  expect(await phone.sound()).toEqual([])
  await phone.press('提交')
  await phone.page.getByText('信用异议 · 已收到，待核查').waitFor()
  await phone.shot('portal-credit')
})
