import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { takePhone } from './phone.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const shopkeeper = '廖学法'

it('a quiz is marked with its articles; the awareness figure moves only when somebody of the sample answers', async () => {
  const signedIn = officer(browser, 'legal', { first: /普法测评/, path: '/quiz?view=surveys' })
  const { page, ...phone } = await takePhone(browser)
  await phone.open('/quiz')
  await page.getByRole('link', { name: /守法经营小测验/ }).click()
  await phone.heading(/守法经营小测验/)
  await phone.press('交卷')
  await page.getByText('还有 8 题没有答').waitFor()
  for (const question of await page.locator('.quiz fieldset').all()) await question.getByRole('radio').nth(1).check()
  expect(await phone.sound()).toEqual([])
  await page.evaluate('scrollTo(0, 0)')
  await phone.shot('portal-quiz')
  await phone.press('交卷')
  await page.getByText(/答对 \d 题，共 8 题/).waitFor()
  expect(await phone.sound()).toEqual([])
  await page.getByRole('link', { name: '《未成年人保护法》第五十九条' }).first().click()
  await phone.heading('政策法规')

  const desk = await signedIn
  const title = `全县普查 ${Date.now() % 100_000}（模拟数据）`
  await desk.getByLabel('名称').fill(title)
  await desk.getByLabel('抽几户').fill('5000')
  await desk.getByLabel('到哪天').fill(new Date(Date.now() + 864e5 * 5).toISOString().slice(0, 10))
  const choice = desk.getByLabel(/^题目/)
  for (const words of ['未成年人来买烟', '学校大门附近', '借给亲戚']) {
    await choice.fill(words)
    await choice.press('Enter')
  }
  await choice.press('Escape')
  await desk.getByRole('button', { name: '抽样', exact: true }).click()
  const survey = desk.getByRole('region', { name: title })
  await survey.getByText('还没有答卷').waitFor()

  await phone.open('/me')
  await phone.signInByCode(shopkeeper)
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor()
  await phone.open('/quiz')
  await page.getByRole('link', { name: new RegExp(title.slice(0, 8)) }).click()
  await page.getByText('第 3 题，共 3 题').waitFor()
  for (const question of await page.locator('.quiz fieldset').all()) await question.getByRole('radio').nth(1).check()
  await phone.press('交卷')
  await page.getByText('答对 3 题，共 3 题').waitFor()

  await desk.reload()
  await survey.getByText('知晓率 100.0%').waitFor()
  await survey.getByText('▲ 答卷数还没有达到公布的最低数。').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-awareness')
})

it('the same quiz is answered at a terminal, one question a page, by whoever stands there', async () => {
  const { page, press, heading, shot } = await visit(browser)
  await press('政策法规资讯')
  await press(/^学法测验/)
  await press(/守法经营小测验/)
  for (let n = 1; n <= 8; n += 1) {
    await page.getByText(`第 ${n} 步，共 8 步`).waitFor()
    if (n === 1) await shot('kiosk-quiz')
    await page.locator('.choice').nth(1).click()
  }
  await heading(/答对 \d 题，共 8 题/)
  await page.getByText('《未成年人保护法》第五十九条').waitFor()
})

it('an event is signed in to by the poster, rated, counted, and who has not been reached becomes a plan', async () => {
  const signedIn = officer(browser, 'window', { first: /千人百场/, path: '/events' })
  const { page, ...phone } = await takePhone(browser)
  const desk = await signedIn
  const today = desk.getByRole('region', { name: /今天在圩镇/ })
  await today.getByText('签到海报').click()
  const code = await today.locator('.one-time-code').innerText()
  await phone.open(`/e/${code}`)
  await phone.press('签到')
  await page.getByText('已签到').waitFor()
  await page.getByText('5 星').click()
  expect(await phone.sound()).toEqual([])
  await phone.press('提交评价')
  await page.getByText('谢谢您的评价').waitFor()
  await today.getByLabel('清点的人数').fill('36')
  await today.getByRole('button', { name: '登记已办' }).click()
  const row = desk.getByRole('row').filter({ hasText: '今天在圩镇' })
  await row.waitFor()
  expect((await row.getByRole('cell').allTextContents()).slice(3, 6)).toEqual(['36', '1', '5.0'])
  await desk.getByRole('button', { name: '安排到这里' }).first().click()
  expect(await desk.getByLabel('地点').inputValue()).toContain('附近')
  expect(await axeFindings(desk)).toEqual([])
  await desk.evaluate('scrollTo(0, 0)')
  await keepPicture(desk, 'console-events')
})
