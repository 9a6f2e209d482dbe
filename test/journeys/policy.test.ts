import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const openPolicy = async (desk: Page) => {
  await desk.goto(`${inject('house').server}/console/policy`)
  await desk.getByRole('heading', { name: '本局参数', level: 1 }).waitFor()
}

it('a value is drafted, tried on the past, published by a second person, and the next application is treated by it', async () => {
  const author = await officer(browser, 'decider')
  await openPolicy(author)
  await keepPicture(author, 'console-policy')
  await author.getByRole('button', { name: /^起草 有效期届满三十日前提出申请/ }).click()
  const form = author.getByRole('form')
  await form.getByRole('spinbutton').fill('10')
  await form.getByLabel('为什么改').fill('届满前十日仍给办理，不误零售户。')
  await form.getByRole('button', { name: '保存草案' }).click()
  const card = author.getByRole('region', { name: /^待发布的草案/ })
  await card.getByRole('button', { name: /^试 ?算$/ }).click()
  await card.getByText(/已用最近 \d+ 件试算/).waitFor()
  expect(await card.getByRole('button', { name: /^发 ?布$/ }).isDisabled()).toBe(true)
  await keepPicture(author, 'console-policy-draft')

  const second = await officer(browser, 'head')
  await openPolicy(second)
  await second
    .getByRole('region', { name: /^待发布的草案/ })
    .getByRole('button', { name: /^发 ?布$/ })
    .click()
  await second.getByText('没有待发布的草案。').waitFor()
  await second.getByText('本局已确认：局长 郑远').first().waitFor()

  // Twelve days before the end: too late yesterday, in time from today on.
  const visitor = await visit(browser)
  await visitor.renew('late')
  await visitor.heading(/已经延续|准予/)
  await visitor.page.close()
})
