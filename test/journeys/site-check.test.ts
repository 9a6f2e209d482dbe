import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { fieldPhone, sign } from './field-phone.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
let reviewer: Page
let decider: Page
let window: Page
const { server } = inject('house')
const shop = '国兴食杂店'
beforeAll(async () => {
  browser = await openBrowser()
  reviewer = await officer(browser, 'reviewer')
  decider = await officer(browser, 'decider')
  window = await officer(browser, 'window')
})
afterAll(closePages)

const words = (text: string) => async (form: ReturnType<Page['getByRole']>) =>
  form.getByRole('textbox').last().fill(text)

/** Files at the terminal; the reviewer orders a site check. */
async function ordered(): Promise<string> {
  const visitor = await visit(browser)
  await visitor.renew('to-be-checked')
  await visitor.heading(/申请已经收到/)
  const number = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText())?.[0] ?? ''
  await visitor.page.close()
  await openFile(window, number)
  await takeStep(window, '受理')
  await openFile(reviewer, number)
  await takeStep(reviewer, '开始审核')
  await takeStep(reviewer, '安排实地核查', words('上次核查已过两年，离学校不远，核对门口到校门的步行距离'))
  return number
}

/** A telephone of a verifier; its receiver knows where the door is. */
const telephone = (name: string) =>
  fieldPhone(browser, name, '待核查的办件', {
    permissions: ['geolocation'],
    geolocation: { longitude: 112.43534, latitude: 22.34797, accuracy: 9 },
  })

let number = ''
let first: Awaited<ReturnType<typeof telephone>>
let other: Awaited<ReturnType<typeof telephone>>

beforeAll(async () => {
  number = await ordered()
  first = await telephone('核查 陈路')
  other = await telephone('沙湖核查 吴江')
})

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const online = async ({ phone, page }: typeof first) => {
  await phone.setOffline(false)
  await page.getByText(/条待发送/).waitFor({ state: 'detached', timeout: 60_000 })
}
const sound = async (page: Page) => {
  // A target half under the sticky bar is no fault of the form.
  await page.mouse.wheel(0, -9_000)
  await expect.poll(() => page.evaluate('scrollY')).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
}

async function takePictures(page: Page): Promise<void> {
  for (const nth of [1, 2]) {
    const picture = { name: 'door.png', mimeType: 'image/png', buffer: await page.screenshot() }
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByAltText(`现场照片第 ${nth} 张`).waitFor()
  }
}

/** Every item of the list is 是; the list is there before it is gone through. */
async function allYes(page: Page): Promise<void> {
  await page.getByRole('group').first().waitFor()
  for (const item of await page.getByRole('group').all()) await item.getByRole('radio', { name: '是' }).check()
}

/** The colleague, who did not know, writes a record of the same visit. */
async function checkToo(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await page.getByRole('button', { name: '现场核查' }).click()
  await takePictures(page)
  await next(page)
  await allYes(page)
  await next(page)
  await page.getByRole('button', { name: '测量这里' }).first().click()
  await page.getByLabel('步行测量（米）').fill('298')
  await next(page)
  await page.getByLabel('核查情况').fill('店面独立，另有后门通向巷子')
  await next(page)
  await page.getByRole('radio', { name: '核查 陈路' }).check()
  await page.getByRole('checkbox', { name: /没有利害关系/ }).check()
  await sign(page, '核查人员 沙湖核查 吴江 签名')
  await sign(page, '核查人员 核查 陈路 签名')
  await page.getByRole('radio', { name: '不在场' }).check()
  await page.getByLabel(/为什么不在场/).fill('电话说在外地')
  await page.getByRole('button', { name: '保存现场记录' }).click()
  await page.getByText('在本机').first().waitFor()
}

/** Everything two people note at the premises, without network. */
async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await sound(page)
  await keepPicture(page, 'field-site-task')
  await page.getByRole('button', { name: '现场核查' }).click()
  await takePictures(page)
  await page.getByText('已定位，误差约 9 米').waitFor()
  await page.getByRole('button', { name: '在店门口记下位置' }).click()
  await page.getByText('店门位置已记下').waitFor()
  await sound(page)
  await keepPicture(page, 'field-site-photos')
  await next(page)
  await allYes(page)
  const person = page.getByRole('group', { name: /经营者本人在场/ })
  await person.getByRole('radio', { name: '否', exact: true }).check()
  await page.getByLabel('看到的情况').fill('儿子在店里看店，经营者电话中确认')
  await page.getByLabel(/经营面积/).fill('36')
  await sound(page)
  await keepPicture(page, 'field-site-items')

  // 没电了: what was written is still there.
  await page.reload()
  expect(await page.getByLabel('看到的情况').inputValue()).toBe('儿子在店里看店，经营者电话中确认')
  await next(page)
  await page.getByRole('button', { name: '测量这里' }).first().click()
  await page.getByLabel('步行测量（米）').fill('312.4')
  await sound(page)
  await keepPicture(page, 'field-site-distances')
  await next(page)
  await sign(page, /示意图/)
  await page.getByLabel('核查情况').fill('店面独立，货架整齐，与住所以砖墙隔开')
  await page.getByRole('button', { name: '记下一条异议' }).click()
  await page.getByRole('radio', { name: '第三人' }).check()
  await page.getByLabel('姓名（本人愿意说的）').fill('李四')
  await page.getByLabel('异议内容（照原话）').fill('门前道路去年改过，要绕行')
  await sound(page)
  await keepPicture(page, 'field-site-words')
  await next(page)
  await page.getByText('还差：').waitFor()
  await page.getByRole('radio', { name: '沙湖核查 吴江' }).check()
  await page.getByRole('checkbox', { name: /没有利害关系/ }).check()
  await sign(page, '核查人员 核查 陈路 签名')
  await sign(page, '核查人员 沙湖核查 吴江 签名')
  await page.getByRole('radio', { name: '拒绝签名' }).check()
  await page.getByLabel(/拒绝的理由/).fill('认为距离应当按直线量')
  await sound(page)
  await keepPicture(page, 'field-site-signs')
  await page.getByRole('button', { name: '保存现场记录' }).click()
  await page.getByText('在本机').first().waitFor()
}

it('is written without network, step by step, survives a dead battery, and arrives once', async () => {
  await sound(first.page)
  for (const { phone } of [first, other]) await phone.setOffline(true)
  await first.page.reload()
  await first.page.getByText('没有网络，照常办理').waitFor()
  await check(first.page)
  await keepPicture(first.page, 'field-site-kept')
  await online(first)
  await first.page.getByText('已记录，等沙湖核查 吴江签认').waitFor()
})

it('a second record of the same visit is laid beside the first, and goes on as chosen', async () => {
  const { page } = other
  await checkToo(page)
  await online(other)
  await page.getByRole('link', { name: '去“发送情况”处理' }).click()
  await page.getByText('另一名核查人员已经送来一份记录').waitFor()
  const side = (label: string | RegExp, mine: boolean) =>
    page
      .getByRole('group', { name: label })
      .getByRole('radio', { name: mine ? /^我填的/ : /^对方填的/ })
      .check()
  await side('到学校、幼儿园出入口', false)
  await sound(page)
  await keepPicture(page, 'field-site-compare')
  for (const group of await page.getByRole('group').all())
    if ((await group.getByRole('radio', { checked: true }).count()) === 0)
      await group.getByRole('radio').first().check()
  await page.getByRole('button', { name: '按选定的再发送' }).click()
  await page.getByText('现场记录已收到').waitFor({ timeout: 60_000 })
})

it('counts when the other verifier has signed it, is seen by the officer, and the file is decided', async () => {
  const { page } = first
  await page.getByRole('button', { name: '‹ 返回' }).click()
  await page.getByRole('button', { name: '刷新' }).click()
  await page.getByText('同事的记录等您签认').waitFor()
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await page.getByRole('button', { name: '核对并签认' }).click()
  await page.getByText('店面独立，另有后门通向巷子').waitFor()
  await page.getByRole('button', { name: '看第 1 张照片（需要联网）' }).click()
  await page.getByAltText(/看第 1 张照片/).waitFor()
  await sound(page)
  await keepPicture(page, 'field-site-review')
  await page.getByRole('button', { name: '我在现场，记录属实，签认' }).click()
  await page.getByText('全部已收到').waitFor({ timeout: 60_000 })

  await openFile(reviewer, number)
  const card = reviewer.getByRole('region', { name: '实地核查' })
  await card.getByText('两人已签认').waitFor()
  await card.getByText('已由另一份记录代替').waitFor()
  await card
    .getByRole('button', { name: /看第 1 张/ })
    .first()
    .click()
  await card.getByAltText('现场照片第 1 张').waitFor()
  expect(await card.getByText('312.4 米').count()).toBe(2)
  expect(await axeFindings(reviewer)).toEqual([])
  await keepPicture(card, 'console-site-check')
  const paper = await reviewer.getByRole('link', { name: /实地核查记录表/ }).getAttribute('href')
  const pdf = await reviewer.request.get(`${server}${paper}`)
  const told = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await pdf.body() })
    .toString()
    .replaceAll(/\s/g, '')
  expect(told).toContain('申请人不在场：电话说在外地')

  await takeStep(reviewer, '拟准予延续', words('两人实地核查符合条件，步行 312.4 米，拟准予延续。'))
  await openFile(decider, number)
  await takeStep(decider, '准予延续', words('同意。'))
  await decider.getByText('准予延续决定书').first().waitFor()
})
