import { type ChildProcess, spawn } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { takePhone } from './phone.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
let camera: ChildProcess | undefined
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  camera?.kill('SIGKILL')
  await closePages()
})

/** What a camera program would send: bars and a tone, a key picture each second. */
const push = (address: string, seconds: number) =>
  spawn(
    'ffmpeg',
    [
      ...[
        '-nostdin',
        '-loglevel',
        'error',
        '-re',
        '-f',
        'lavfi',
        '-i',
        `testsrc2=size=320x180:rate=15:duration=${seconds}`,
      ],
      ...[
        '-re',
        '-f',
        'lavfi',
        '-i',
        `sine=frequency=440:duration=${seconds}`,
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
      ],
      ...['-g', '15', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-f', 'flv', address],
    ],
    { stdio: 'ignore' },
  )
const over = (child: ChildProcess) => new Promise<number | null>(resolve => child.once('exit', resolve))

it('a stream with the right key is watched on a telephone; a question is shown once an officer has looked at it', async () => {
  const title = '开店守法第一课（模拟数据）'
  const desk = await officer(browser, 'window', { first: /普法微课堂/, path: '/live' })
  const card = desk.getByRole('region', { name: title })
  await card.getByRole('button', { name: '开播' }).click()
  const [address, key] = [await card.locator('code').first().innerText(), await card.locator('code').nth(1).innerText()]
  // A stranger who guesses another key is cut off.
  expect(await over(push(`${address}/${key.replaceAll(/[0-9a-f]/gu, '0')}`, 8))).not.toBe(0)
  const { page, ...phone } = await takePhone(browser)
  await phone.open('/live')
  await page.getByRole('link', { name: title }).click()
  await page.getByText('画面还没有传过来').waitFor()
  camera = push(`${address}/${key}`, 60)
  await phone.press('开始观看')
  const played = () => page.evaluate<number>("document.querySelector('video').currentTime")
  await expect.poll(played).toBeGreaterThan(1)
  expect(await page.evaluate("document.querySelector('video').src")).toMatch(/^blob:/u)
  await page.getByLabel('我要提问').fill('许可证可以放在抽屉里吗？')
  await phone.press('提交问题')
  await page.getByText('问题已收到').waitFor()
  expect(await phone.sound()).toEqual([])
  await page.evaluate('scrollTo(0, 0)')
  await phone.shot('portal-live')
  await card.getByText('许可证可以放在抽屉里吗？').waitFor()
  await card.getByText('出席：1 部手机').waitFor()
  await card.getByText('正在收到画面').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-live')
  await card.getByRole('button', { name: '展示', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: '许可证可以放在抽屉里吗？' }).waitFor()
  const ended = over(camera)
  await card.getByRole('button', { name: '结束直播' }).click()
  await card.getByText('已结束，回放未发布').waitFor()
  expect(await ended).not.toBe(0)
  await page.getByText('直播已经结束').waitFor()
  await card
    .getByRole('button', { name: '发布回放' })
    .isDisabled()
    .then(disabled => expect(disabled).toBe(true))
})

it('a short film is watched with its words below it, and the question after it is answered with its article', async () => {
  const { page, ...phone } = await takePhone(browser)
  await phone.open('/films')
  await page.getByRole('link', { name: /一本证挂好了/ }).click()
  await phone.press('开始观看')
  await page.locator('.live-words').getByText('老店主的许可证一直收在抽屉里').waitFor({ timeout: 20_000 })
  await phone.shot('portal-film')
  await page.getByRole('radio').nth(1).check()
  await phone.press('交卷')
  await page.getByText('✓ 答对了').waitFor()
  expect(await phone.sound()).toEqual([])
  await page.getByRole('link', { name: '《未成年人保护法》第五十九条' }).first().click()
  await phone.heading('政策法规')
})
