import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, devices, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { visit } from './terminal.ts'

let browser: Browser
let reviewer: Page
let decider: Page
let window: Page
const { server } = inject('house')
const shop = '国兴食杂店'
beforeAll(async () => {
  browser = await launchBrowser()
  reviewer = await officer(browser, 'reviewer')
  decider = await officer(browser, 'decider')
  window = await officer(browser, 'window')
})
afterAll(() => browser.close())

const shot = (page: Page, name: string) => page.screenshot({ path: `docs/screenshots/${name}.png` })
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
async function telephone(name: RegExp): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    ...devices['Pixel 5'],
    viewport: { width: 390, height: 844 },
    permissions: ['geolocation'],
    geolocation: { longitude: 112.43534, latitude: 22.34797, accuracy: 9 },
  })
  const page = await context.newPage()
  await page.goto(`${server}/field/`)
  for (let tries = 0; tries < 4; tries += 1) {
    await page.getByRole('button', { name }).click()
    const [reply] = await Promise.all([
      page.waitForResponse(answer => answer.url().endsWith('/api/access/staff-sessions')),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ])
    if (reply.ok()) break
    // A code opens the door once: the next one comes within half a minute.
    await page.waitForTimeout(8_000)
    await page.reload()
  }
  await page.getByRole('heading', { name: '待核查的办件' }).waitFor()
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 60_000 })
  return { page, context }
}

async function draw(page: Page, label: string | RegExp): Promise<void> {
  const pad = page.getByRole('img', { name: label })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error(`no pad ${label}`)
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + 30 + step * 18, box.y + 50 + (step % 2) * 60)
  await page.mouse.up()
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const sound = async (page: Page) => {
  // A target half under the sticky bar is no fault of the form.
  await page.mouse.wheel(0, -9_000)
  await expect.poll(() => page.evaluate('scrollY')).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
}

/** Everything two people note at the premises, without network. */
async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await sound(page)
  await shot(page, 'field-site-task')
  await page.getByRole('button', { name: '现场核查' }).click()
  for (const nth of [1, 2]) {
    const picture = { name: 'door.png', mimeType: 'image/png', buffer: await page.screenshot() }
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByAltText(`现场照片第 ${nth} 张`).waitFor()
  }
  await page.getByText('已定位，误差约 9 米').waitFor()
  await page.getByRole('button', { name: '在店门口记下位置' }).click()
  await page.getByText('店门位置已记下').waitFor()
  await sound(page)
  await shot(page, 'field-site-photos')
  await next(page)
  for (const item of await page.getByRole('group').all()) await item.getByRole('radio', { name: '是' }).check()
  const person = page.getByRole('group', { name: /经营者本人在场/ })
  await person.getByRole('radio', { name: '否', exact: true }).check()
  await page.getByLabel('看到的情况').fill('儿子在店里看店，经营者电话中确认')
  await page.getByLabel(/经营面积/).fill('36')
  await sound(page)
  await shot(page, 'field-site-items')

  // 没电了: what was written is still there.
  await page.reload()
  expect(await page.getByLabel('看到的情况').inputValue()).toBe('儿子在店里看店，经营者电话中确认')
  await next(page)
  await page.getByRole('button', { name: '测量这里' }).first().click()
  await page.getByLabel('步行测量（米）').fill('312.4')
  await sound(page)
  await shot(page, 'field-site-distances')
  await next(page)
  await draw(page, /示意图/)
  await page.getByLabel('核查情况').fill('店面独立，货架整齐，与住所以砖墙隔开')
  await page.getByRole('button', { name: '记下一条异议' }).click()
  await page.getByRole('radio', { name: '第三人' }).check()
  await page.getByLabel('姓名（本人愿意说的）').fill('李四')
  await page.getByLabel('异议内容（照原话）').fill('门前道路去年改过，要绕行')
  await sound(page)
  await shot(page, 'field-site-words')
  await next(page)
  await page.getByText('还差：').waitFor()
  await page.getByRole('radio', { name: '沙湖核查 吴江' }).check()
  await page.getByRole('checkbox', { name: /没有利害关系/ }).check()
  await draw(page, '核查人员 核查 陈路 签名')
  await draw(page, '核查人员 沙湖核查 吴江 签名')
  await page.getByRole('radio', { name: '拒绝签名' }).check()
  await page.getByLabel(/拒绝的理由/).fill('认为距离应当按直线量')
  await sound(page)
  await shot(page, 'field-site-signs')
  await page.getByRole('button', { name: '保存现场记录' }).click()
  await page.getByText('在本机').first().waitFor()
}

it('a site check is made without network, arrives once, is signed by the other verifier, and the file is decided', async () => {
  const number = await ordered()
  const first = await telephone(/用演示账号 核查 陈路/)
  const other = await telephone(/用演示账号 沙湖核查 吴江/)
  await sound(first.page)
  await first.context.setOffline(true)
  await first.page.reload()
  await first.page.getByText('没有网络，照常办理').waitFor()
  await check(first.page)
  await shot(first.page, 'field-site-kept')
  await first.context.setOffline(false)
  await first.page.getByText('全部已收到').waitFor({ timeout: 60_000 })
  await first.page.getByText('已记录，等沙湖核查 吴江签认').waitFor()

  const { page } = other
  await page.getByRole('button', { name: '刷新' }).click()
  await page.getByText('同事的记录等您签认').waitFor()
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await page.getByRole('button', { name: '核对并签认' }).click()
  await page.getByText('李四：门前道路去年改过，要绕行').waitFor()
  await page.getByRole('button', { name: '看第 1 张照片（需要联网）' }).click()
  await page.getByAltText(/看第 1 张照片/).waitFor()
  await sound(page)
  await shot(page, 'field-site-review')
  await page.getByRole('button', { name: '我在现场，记录属实，签认' }).click()
  await page.getByText('全部已收到').waitFor({ timeout: 60_000 })

  await openFile(reviewer, number)
  const card = reviewer.getByRole('region', { name: '实地核查' })
  await card.getByText('两人已签认').waitFor()
  await card.getByRole('button', { name: /看第 1 张/ }).click()
  await card.getByAltText('现场照片第 1 张').waitFor()
  expect(await card.getByText('312.4 米').count()).toBe(1)
  expect(await axeFindings(reviewer)).toEqual([])
  await card.screenshot({ path: 'docs/screenshots/console-site-check.png' })
  const paper = await reviewer.getByRole('link', { name: /实地核查记录表/ }).getAttribute('href')
  const pdf = await reviewer.request.get(`${server}${paper}`)
  const told = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await pdf.body() })
    .toString()
    .replaceAll(/\s/g, '')
  expect(told).toContain('申请人拒绝签名：认为距离应当按直线量')

  await takeStep(reviewer, '拟准予延续', words('两人实地核查符合条件，步行 312.4 米，拟准予延续。'))
  await openFile(decider, number)
  await takeStep(decider, '准予延续', words('同意。'))
  await decider.getByText('准予延续决定书').first().waitFor()
})
