import type { Browser, Page } from 'playwright-core'
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

/** The page of the shop: found by its name, as an officer finds it. */
async function openShop(desk: Page, name: string): Promise<void> {
  await desk.goto(`${inject('house').server}/console/retailers`)
  await desk.getByRole('searchbox').fill(name)
  await desk.keyboard.press('Enter')
  await desk.getByText(name).first().click()
  await desk.getByRole('heading', { name: '依职权办理' }).waitFor()
}

async function step(desk: Page, label: string, words: string): Promise<void> {
  const card = desk.locator('.proceeding')
  await card.getByRole('textbox').fill(words)
  await card.getByRole('button', { name: label, exact: true }).click()
  await card.locator('.timeline').getByText(words).waitFor()
}

it('an order to rectify is begun, noticed, heard and proposed by one person and decided by another', async () => {
  const reviewer = await officer(browser, 'reviewer')
  await openShop(reviewer, '桂生食杂店')
  await reviewer.getByLabel('办理什么').click()
  await reviewer.locator('.ant-select-item-option', { hasText: '责令暂停业务、整顿' }).click()
  await reviewer.getByLabel('事实和理由').fill('多次不在亮证的地址经营。')
  await reviewer.getByRole('button', { name: '立项', exact: true }).click()
  await reviewer.getByRole('heading', { name: '责令暂停业务、整顿：审查中' }).waitFor()
  await step(reviewer, '告知（公告）', '拟责令暂停业务、整顿三十日。')
  await reviewer.getByRole('heading', { name: /已告知，等待陈述申辩/ }).waitFor()
  await step(reviewer, '记录陈述申辩', '当事人说明店铺在装修。')
  await step(reviewer, '提出处理意见', '事实清楚，建议责令整顿。')
  await reviewer.getByRole('heading', { name: '责令暂停业务、整顿：待决定' }).waitFor()
  expect(await reviewer.locator('.proceeding').getByRole('button', { name: '作出决定' }).count()).toBe(0)

  const decider = await officer(browser, 'decider')
  await openShop(decider, '桂生食杂店')
  await step(decider, '作出决定', '同意，责令整顿。')
  await decider.getByRole('heading', { name: '责令暂停业务、整顿：已决定' }).waitFor()
  await decider.getByText('责令整顿', { exact: true }).first().waitFor()
  await decider.locator('.proceeding').scrollIntoViewIfNeeded()
  await keepPicture(decider, 'console-proceeding')
  expect(await axeFindings(decider)).toEqual([])
})
