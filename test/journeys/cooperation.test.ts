import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { fieldPhone } from './field-phone.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const { server } = inject('house')

it('a town answers without network and it counts once; a group tells where it stands; an urgent meeting is two clicks; every figure opens', async () => {
  const [{ phone, page }, desk, planner] = await Promise.all([
    fieldPhone(browser, '横陂执法 郑凯', '协作任务', {
      geolocation: { longitude: 112.33, latitude: 22.07 },
      permissions: ['geolocation'],
    }),
    officer(browser, 'inspector3', { first: /联合行动/, path: '/joint-actions' }),
    officer(browser, 'inspector', { first: /联合行动/, path: '/joint-actions' }),
  ])
  await phone.setOffline(true)
  await page.getByRole('button', { name: /劝导两处占道经营摊点/ }).click()
  await page.getByLabel('查到什么、怎么处理的').fill('两处摊点已搬离，无卷烟（模拟数据）')
  await page.getByRole('button', { name: '办结' }).click()
  await page.getByText('已办，待确认', { exact: true }).waitFor()
  await page
    .getByText(/在本机/)
    .first()
    .waitFor()
  expect(await axeFindings(page)).toEqual([])
  await phone.setOffline(false)
  await page
    .getByText(/已收到/)
    .first()
    .waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: /返回/ }).click()
  await page.getByRole('button', { name: /横陂沿海夜间错时联合行动/ }).click()
  await page.getByLabel('检查中').check()
  await page.getByRole('button', { name: '报告', exact: true }).first().click()
  await page.getByText(/已收到 · 检查中/).waitFor({ timeout: 20_000 })
  // What lies half under the bar at the top is no target of that size.
  await page.evaluate('scrollTo(0, 0)')
  expect(await axeFindings(page)).toEqual([])

  await desk.getByRole('link', { name: '横陂沿海夜间错时联合行动' }).click()
  await desk
    .getByRole('region', { name: '现场看板' })
    .getByRole('listitem')
    .filter({ hasText: '镇街组' })
    .getByText('检查中')
    .waitFor()
  await desk.locator('.map-canvas[data-drawn]').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-joint-action', { fullPage: true })

  // An action that is not released: one of its planners changes the plan, and whoever is none of them has no row of it.
  expect(await desk.request.get(`${server}/api/partners/actions`).then(reply => reply.text())).not.toContain('横陂渔港')
  await planner.getByRole('link', { name: '横陂渔港突击联合检查' }).click()
  await planner.getByRole('button', { name: '修改方案' }).click()
  const form = planner.getByRole('form', { name: '修改方案' })
  await form.getByRole('button', { name: '去掉 清点和移交' }).click()
  await form.getByLabel('修改理由').fill('清点改在局里进行（模拟数据）')
  expect(await axeFindings(planner)).toEqual([])
  await form.getByRole('button', { name: '保存为新的一版' }).click()
  await planner.getByRole('region', { name: '方案版本' }).getByText('改动：阶段', { exact: false }).first().waitFor()
  await planner.getByText('方案拟定中').waitFor()

  await desk.getByRole('link', { name: '六位一体、响应时效' }).click()
  await desk.getByRole('heading', { name: '响应时效：交办任务', exact: true }).waitFor()
  await desk.getByRole('heading', { name: '响应时效：协作事项', exact: true }).waitFor()
  await keepPicture(desk, 'console-sixfold', { fullPage: true })
  await desk.getByRole('link', { name: /^镇街政府 已办/ }).click()
  await desk.getByText('劝导两处占道经营摊点').first().waitFor()

  await desk.getByRole('link', { name: '会议', exact: true }).click()
  await desk.getByRole('button', { name: '紧急会商' }).click()
  await desk.getByRole('button', { name: '现在通知' }).click()
  await desk.getByRole('link', { name: /返回会议列表/ }).waitFor()
  await desk.getByText('已通知').first().waitFor()
  expect(await axeFindings(desk)).toEqual([])

  // The agency's own desk: its tasks and what it was called to, and nothing of the rest.
  const theirs = await officer(browser, 'partner.shahu', { first: /我的协作/, path: '/own-work' })
  await theirs.getByText('核实沙湖圩日路边摊点有无卷烟').first().waitFor()
  await theirs.getByRole('button', { name: '参加', exact: true }).first().click()
  await theirs.getByText(/· 参加/).waitFor()
  expect(await theirs.getByText('劝导两处占道经营摊点').count()).toBe(0)
  expect(await axeFindings(theirs)).toEqual([])
  await keepPicture(theirs, 'console-own-work', { fullPage: true })
})
