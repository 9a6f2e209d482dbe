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

const heading = (
  page: { getByRole: (role: 'heading', options: object) => { waitFor(): Promise<void> } },
  name: RegExp,
) => page.getByRole('heading', { name }).waitFor()

it('from a word to the article, and from the article to the rule that uses it', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(`${inject('house').server}/law`)
  await page.getByLabel('找法规').fill('学效周边')
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await page.getByRole('link', { name: /未成年人保护法》第五十九条/ }).click()
  const article = page.getByRole('region', { name: '第五十九条' })
  await article.getByRole('link', { name: '自动核对：学校、幼儿园周边' }).click()
  await heading(page, /自动核对：学校、幼儿园周边/)
  // And back: the rule names every article it rests on.
  await page.getByRole('link', { name: /行政许可法》第八条/ }).click()
  await page.getByRole('region', { name: '第八条', exact: true }).waitFor()
  await page.getByRole('button', { name: '特大' }).click()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'portal-law')
  await page.context().close()
})

it('a text comes in by one person, shows its articles as it is pasted, and is public when another has released it', async () => {
  const title = '恩平市模拟学法规定'
  const legal = await officer(browser, 'legal', { path: '/law/new', first: /起草法规文本/ })
  await legal.getByLabel(/法规名称/).fill(title)
  await legal.getByLabel('这个版本的公布日期').fill('2026-10-01')
  await legal.getByLabel('施行日期', { exact: true }).fill('2026-11-01')
  await legal.getByLabel(/来源/).fill('模拟数据')
  await legal.getByLabel('理由', { exact: true }).fill('试验')
  await legal.getByLabel('全文', { exact: true }).fill('第一章　总则\n第一条　为了学法。\n第三条　自公布之日起施行。')
  await legal.getByText('没有第 2 条，请核对是否漏贴。').waitFor()
  expect(await axeFindings(legal)).toEqual([])
  await keepPicture(legal, 'console-law-editor')
  await legal.getByRole('button', { name: '保存草案' }).click()
  await heading(legal, new RegExp(title))
  await legal.getByText('起草人不能发布自己的草案。').waitFor()
  const address = new URL(legal.url()).pathname.replace('/console', '')
  const head = await officer(browser, 'head', { path: address, first: new RegExp(title) })
  await head.getByRole('button', { name: '核对无误，发布' }).click()
  await head.getByRole('link', { name: '在法规库里看这个版本' }).click()
  await head.getByText('现行有效').first().waitFor()
  const list = await fetch(`${inject('house').server}/api/outreach/statutes`)
  const { items } = (await list.json()) as { items: { title: string }[] }
  expect(items.some(item => item.title === title)).toBe(true)
  await legal.context().close()
  await head.context().close()
})
