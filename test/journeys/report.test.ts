import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { takePhone } from './phone.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('somebody reports without a name, keeps a receipt, the desk handles it, and the answer is read by the receipt', async () => {
  const phone = await takePhone(browser)
  const { page } = phone
  const signedIn = officer(browser, 'informant.desk', { first: /线索/, path: '/clues' })
  await phone.open('/report')
  await page.getByLabel('是什么事').selectOption({ label: '无证零售' })
  const place = `大田镇旅客站旁的杂货店没有证也卖烟，看到两条，车牌粤J5${String(Date.now() % 10000).padStart(4, '0')}（模拟数据）`
  await page.getByLabel('看到了什么、在哪里、什么时候').fill(place)
  const picture = { name: 'shop.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.getByLabel('选照片').setInputFiles(picture)
  await page.getByAltText('第 1 张照片').waitFor()
  expect(await phone.sound()).toEqual([])
  await phone.shot('portal-report')
  await phone.press('提交举报')
  await phone.heading('举报已收到')
  const receipt = (await page.locator('[data-receipt]').getAttribute('data-receipt')) ?? ''
  expect(receipt).toMatch(/^\d{16}$/)
  expect(await phone.sound()).toEqual([])

  const desk = await signedIn
  await desk.reload()
  await desk
    .getByRole('row')
    .filter({ hasText: place.slice(0, 24) })
    .getByRole('link')
    .click()
  const no = desk.url().split('/').at(-1) ?? ''
  await desk.getByText('没有留身份，凭回执号联系。').waitFor()
  await desk.getByRole('button', { name: /^确认 粤J5/ }).click()
  await desk.getByText('已确认').first().waitFor()
  await desk.getByRole('button', { name: '提交：甄别通过' }).click()
  await desk.getByText('待分级', { exact: true }).first().waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-clue')

  await desk.goto(`${inject('house').server}/console/clues?view=desk`)
  await desk.getByLabel('内容').fill('来电人说粤J5A218的面包车从牛江镇运了二十件烟（模拟数据）')
  await desk.getByText('车牌 粤J5A218').waitFor()
  await desk.getByText('数量 20万支（1,000条）').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-clue-desk')

  const analyst = await officer(browser, 'analyst', {
    first: /无证零售/,
    path: `/clues/${no}`,
  })
  await analyst.getByRole('button', { name: '移送有权部门', exact: true }).click()
  const form = analyst.getByRole('form', { name: '移送有权部门' })
  await choose(form.getByLabel('移送给'), '市场监督管理局')
  await form.getByLabel('理由').fill('无证零售由市场监管部门查处')
  await analyst.getByRole('button', { name: '提交：移送有权部门' }).click()
  await analyst.getByText('已移送', { exact: true }).first().waitFor()

  await desk.goto(`${inject('house').server}/console/clues/${no}`)
  const said = '已移送市场监督管理局处理，感谢您的举报（模拟数据）'
  await desk.getByLabel('告诉举报人的话').fill(said)
  await desk.getByRole('button', { name: '提交：反馈结果' }).click()
  await desk.getByText('已反馈', { exact: true }).first().waitFor()

  await phone.open('/report/follow')
  await page.getByLabel('请输入 16 位回执号').fill(receipt.replaceAll(/(\d{4})/g, '$1 '))
  await phone.press('查看')
  await page.getByText(said).waitFor()
  await page.getByText('已有结果：已移送').waitFor()
  expect(page.url()).not.toContain(receipt.slice(0, 4))
  expect(await phone.sound()).toEqual([])
  await phone.shot('portal-report-answer')
})

it('somebody reports at the village terminal without a card, takes the printed receipt, and nothing of it stays on the screen', async () => {
  const kiosk = await visit(browser)
  await kiosk.press('举报违法线索')
  await kiosk.press('走私烟')
  // The towns have come when there is a way to more of them; the first is the terminal's own.
  await kiosk.page.getByRole('button', { name: '别的镇街' }).waitFor()
  await kiosk.page.locator('.choice').first().click()
  await kiosk.press(/仓库/)
  await kiosk.press('深夜')
  await kiosk.press('知道对方的电话')
  await kiosk.page.getByRole('textbox', { name: '对方的电话' }).fill('13600136036')
  await kiosk.press('输好了')
  await kiosk.press('提交举报')
  await kiosk.heading(/请记下回执号/)
  const receipt = (await kiosk.page.locator('[data-receipt]').getAttribute('data-receipt')) ?? ''
  expect(receipt).toMatch(/^\d{16}$/)
  await kiosk.press('打印回执')
  await kiosk.page.getByText('回执已经打印').waitFor()
  await kiosk.shot('kiosk-report')
  await kiosk.press('退出')
  await kiosk.heading(/请选择要办的事/)
  expect(await kiosk.page.content()).not.toContain(receipt.slice(0, 4))

  const phone = await takePhone(browser)
  await phone.open('/report/follow')
  await phone.page.getByLabel('请输入 16 位回执号').fill(receipt)
  await phone.press('查看')
  await phone.page.getByText('正在核查').first().waitFor()
})
