import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { fieldPhone, sign } from './field-phone.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
const { server } = inject('house')
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

/** 吴模乙 of the demonstration: filed, under investigation, by these two officers. */
const about = '查获无准运证运输卷烟（模拟）'
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const sound = async (page: Page) => {
  await page.mouse.wheel(0, -9_000)
  await expect.poll(() => page.evaluate('scrollY')).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
}

async function openCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: '办案', exact: true }).click()
  await page.getByRole('button', { name: about }).click()
  await page.getByRole('heading', { name: about }).waitFor()
}

it('two officers write a 询问笔录 without network; the person corrects and signs; the second signs on a phone of his own', async () => {
  const { phone, page } = await fieldPhone(browser, '稽查 黄锋', '今天的检查')
  await openCase(page)
  await phone.setOffline(true)
  await page.getByRole('button', { name: '写询问笔录' }).click()
  await page.getByLabel('两人已出示执法证件').check()
  await page.getByLabel('已告知申请回避').check()
  await page.getByLabel('被询问人姓名').fill('吴模乙')
  await sound(page)
  await next(page)
  await page.getByRole('button', { name: '这些卷烟是从哪里来的？' }).click()
  await page.getByLabel('第 1 答').fill('朋友托运的，三百条（模拟数据）')
  await next(page)
  const picture = { name: 'lorry.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByAltText('现场照片第 1 张').waitFor()
  await next(page)
  await page.getByText('问：这些卷烟是从哪里来的？').waitFor()
  await page.getByLabel('向其宣读').check()
  await page.getByRole('button', { name: '记下一处更正' }).click()
  await page.getByLabel('原来写的').fill('三百条')
  await page.getByLabel('更正为').fill('二百八十条')
  await sign(page, '第 1 处更正，对方签名')
  await keepPicture(page, 'field-record-check')
  await next(page)
  for (const pad of ['吴模乙签名', '办案人员 稽查 黄锋 签名', '办案人员 稽查 苏岸 签名']) await sign(page, pad)
  await sound(page)
  await page.getByRole('button', { name: '结束笔录，保存' }).click()
  await page.getByText('在本机').first().waitFor()
  await phone.setOffline(false)
  await page.getByText(/等第二人核对/).waitFor({ timeout: 30_000 })
  await phone.close()

  const other = await fieldPhone(browser, '稽查 苏岸', '今天的检查')
  await openCase(other.page)
  await other.page.getByRole('button', { name: '核对并签名' }).click()
  await other.page.getByText('更正：“三百条”改为“二百八十条”').waitFor()
  await sound(other.page)
  await keepPicture(other.page, 'field-record-confirm')
  await other.page.getByRole('button', { name: '我在现场，记录属实，签名' }).click()
  await other.page.getByText(/两人已签/).waitFor({ timeout: 30_000 })
  const list = (await (await other.page.request.get(`${server}/api/cases/field/mine`)).json()) as {
    cases: { about: string; no: string; records: { id: string; second: string | null }[] }[]
  }
  const written = list.cases.find(one => one.about === about)
  expect(written?.records.at(-1)).toMatchObject({ second: '稽查 苏岸' })
  const pdf = await other.page.request.get(`${server}/api/cases/records/${written?.records.at(-1)?.id}`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const file = await (await other.page.request.get(`${server}/api/cases/${written?.no}`)).json()
  expect(file.evidence.at(-1).source).toContain('外勤')
  await other.phone.close()
})
