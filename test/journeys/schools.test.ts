import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { SchoolBoard } from '#contract/credit'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('a shop near a school is measured by one officer, signed by the other, and only then persuaded', async () => {
  const { server } = inject('house')
  const desk = await officer(browser, 'inspector2', { path: '/schools', first: /学校、幼儿园周边还有/ })
  await desk.locator('.map-canvas[data-drawn]').waitFor()
  await keepPicture(desk, 'console-schools')
  const board = (await (await desk.request.get(`${server}/api/credit/schools`)).json()) as SchoolBoard
  // Near the only gate of a school: one walk settles it.
  const shop = board.shops.find(({ standing, line, limit }) => standing === 'toMeasure' && (line ?? 0) < limit - 20)
  const address = `${server}/console/retailers/${shop?.licenceNo}`

  await desk.getByRole('button', { name: /待实地测量/ }).click()
  await desk
    .getByRole('link', { name: shop?.shopName ?? 'no shop' })
    .first()
    .click()
  await desk.getByText('地图直线较近，须实地测量').waitFor()
  expect(await desk.getByRole('button', { name: '记录劝导' }).count()).toBe(0)
  await desk.getByRole('button', { name: '记录实地测量' }).click()
  await desk.getByLabel('步行米数（一位小数）').fill('12.5')
  await desk.getByLabel('说明（可不填）').fill('地图上的店门偏东，现场更近。')
  await choose(desk.getByLabel('同去的工作人员'), '稽查 甄行')
  await desk.getByRole('button', { name: '记录并签名' }).click()
  await desk.getByText('另一人签认后才算数').waitFor()

  const colleague = await officer(browser, 'inspector3', { path: `/retailers/${shop?.licenceNo}`, first: /./ })
  await colleague.getByRole('button', { name: '核对无误，签认' }).click()
  await colleague.getByText('实地测量在校园周边', { exact: true }).waitFor()

  await desk.goto(address)
  await desk.getByRole('button', { name: '记录劝导' }).click()
  await choose(desk.getByLabel('同去的工作人员'), '稽查 甄行')
  await desk.getByLabel('说了什么').fill('说明到期前受保护，可以自愿歇业。')
  await desk.getByRole('button', { name: '记录劝导' }).click()
  await desk.getByText('◆ 已劝导').waitFor()
  await keepPicture(desk.locator('.school-card'), 'console-school-shop')
  await desk.goto(`${server}/console/schools/campaigns`)
  await desk.getByText('参加部门：').first().waitFor()
})
