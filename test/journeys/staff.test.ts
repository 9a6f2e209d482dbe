import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { totpCode } from '../../src/platform/totp.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { launchBrowser } from '../../web/shared/testing/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const password = '本人自己想的一句长口令'

/** The first page of the console in a browser profile of its own. */
async function door(address = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${inject('house').server}/console/${address}`)
  return page
}

async function signIn(page: Page, account: string, secret: string, code: string): Promise<void> {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('口令').fill(secret)
  await page.getByLabel('动态码').fill(code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function demo(account: string): Promise<Page> {
  const reply = await fetch(`${inject('house').server}/api/demo/accounts`)
  const { items } = (await reply.json()) as { items: { account: string; password: string; code: string }[] }
  const found = items.find(item => item.account === account)
  const page = await door('staff')
  await signIn(page, account, found?.password ?? '', found?.code ?? '')
  await page.getByRole('heading', { name: '人员', exact: true }).waitFor()
  return page
}

it('an inspector is proposed by one administrator, confirmed by another, sets his own factors and signs in', async () => {
  const system = await demo('system.admin2')
  await system.getByRole('button', { name: '新建账号' }).click()
  await system.getByLabel('账号', { exact: true }).fill('inspector.new')
  await system.getByLabel('姓名', { exact: true }).fill('模拟 新稽查')
  await system.getByLabel('手机号', { exact: true }).fill('13800138000')
  await system.getByLabel('稽查', { exact: true }).check()
  await system.getByLabel('区划', { exact: true }).click()
  await system.getByLabel('区划', { exact: true }).fill('大田')
  await system.keyboard.press('Enter')
  await system.keyboard.press('Escape')
  await system.getByLabel('执法证号', { exact: true }).fill('粤烟执法440785099')
  await system.getByLabel('有效期自', { exact: true }).fill('2026-01-01')
  await system.getByLabel('有效期至', { exact: true }).fill('2031-12-31')
  await system.getByRole('button', { name: '提交核准' }).click()
  await system.getByText('已提交，等安全管理员核准。').waitFor()
  const card = system.getByRole('article', { name: '新建账号 inspector.new' })
  await card.getByText('由安全管理员核准').waitFor()
  await system.screenshot({ path: 'docs/screenshots/console-staff.png' })
  expect(await axeFindings(system)).toEqual([])

  const security = await demo('security.admin')
  await security.getByRole('button', { name: '核准', exact: true }).click()
  const code = String(await security.locator('.one-time-code').textContent())
  expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/u)

  const person = await door()
  await person.getByRole('button', { name: /使用设置码/ }).click()
  await person.getByLabel('设置码').fill(code)
  await person.getByRole('button', { name: '下一步' }).click()
  const secret = String(await person.locator('.setup-secret').textContent()).replaceAll(' ', '')
  const totp = totpCode(secret, Temporal.Now.instant())
  await person.getByLabel('动态码').fill(totp)
  await person.getByLabel('新口令', { exact: true }).fill(password)
  await person.getByLabel('再输一遍新口令').fill(password)
  await person.screenshot({ path: 'docs/screenshots/console-setup.png' })
  expect(await axeFindings(person)).toEqual([])
  await person.getByRole('button', { name: '设定', exact: true }).click()
  await person.getByText('已设定。请用新口令和动态码登录。').waitFor()
  await signIn(person, 'inspector.new', password, totp)
  await person.getByText('模拟 新稽查').waitFor()
})
