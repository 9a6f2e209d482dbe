import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('an item goes to the named contact within seconds, is answered, and whoever reaches beyond it is refused by name and reported', async () => {
  const { server } = inject('house')
  const partner = officer(browser, 'partner.police', { first: /收到的事项/, path: '/' })
  const desk = await officer(browser, 'analyst', { first: /发出一件/, path: '/partners/give' })
  await choose(desk.getByLabel('给谁'), '市公安局经侦大队（模拟） · 经侦 容志 联络员')
  const plate = `粤J·模${Date.now() % 1000}`
  await desk.getByRole('checkbox', { name: '说明' }).check()
  await desk.getByLabel('说明（填写）').fill('请核查这辆车（模拟数据）')
  await desk.getByRole('checkbox', { name: '车牌' }).check()
  await desk.getByLabel('车牌（填写）').fill(plate)
  await desk.getByRole('button', { name: '预览对方看到的' }).click()
  await desk.getByText('对方将看到，且只看到：').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-partner-give')
  const page = await partner
  // Of the desk's pages a partner has its own and no other.
  const links = await page.getByRole('navigation').getByRole('link').allInnerTexts()
  expect(links).toContain('收到的事项')
  expect(links.filter(name => /线索|案件|零售户|终端|人员|协作单位/u.test(name))).toEqual([])
  await desk.getByRole('button', { name: '发出', exact: true }).click()
  const given = await desk.getByText(/^已发出 XZ-/).innerText()
  const no = /XZ-\d{4}-\d{6}/.exec(given)?.[0] ?? ''

  // It stands in the inbox without anybody asking again.
  const pressed = Date.now()
  await page.getByRole('link', { name: no }).click({ timeout: 10_000 })
  expect(Date.now() - pressed).toBeLessThan(8_000)
  await page.getByText(plate).waitFor()
  await page.getByRole('button', { name: '接收' }).click()
  await page.getByLabel('说明').fill('已核查，登记在模拟公司名下')
  await page.getByRole('button', { name: '答复' }).click()
  await page.getByText('已答复', { exact: true }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'console-partner-inbox')

  // What it opened stands in its log, and lies beside ours without a difference.
  await page.goto(`${server}/console/inbox`)
  const log = page.getByRole('region', { name: '读取记录和对账' })
  await log.getByText(no).first().waitFor()
  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    log.getByRole('button', { name: '存下这一天的记录' }).click(),
  ])
  await log.getByLabel(/报送贵单位自己的记录/).setInputFiles(await kept.path())
  await log.getByText(/全部一致/).waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.goto(`${server}/console/inbox/XZ-2026-999999`)
  await page.getByText('没有向贵单位放行这一件。').waitFor()
  const reply = await page.request.get(`${server}/api/partner/v1/items/${no}?fields=words,party`)
  expect([reply.status(), (await reply.json()).code]).toEqual([403, 'fieldNotReleased'])
  expect((await page.request.get(`${server}/api/intelligence/clues`)).status()).toBe(403)

  await desk.goto(`${server}/console/partners?tab=watch`)
  await desk.getByText('XZ-2026-999999').first().waitFor()
  await desk.getByText('要看没有放行的内容').first().waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-partner-watch')
  await desk.goto(`${server}/console/partners/items/${no}`)
  await desk.getByText('已核查，登记在模拟公司名下').waitFor()
  // 一对一: the named contact was told by SMS, and of it no word.
  await desk
    .getByRole('region', { name: '通知联系人的短信' })
    .getByText(/已交运营方|已送达/)
    .waitFor()
  await desk.goto(`${server}/console/partners?tab=unknown`)
  await desk.getByRole('link', { name: no }).waitFor()
})
