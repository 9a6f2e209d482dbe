import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { totpCode } from '../../src/platform/totp.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

/** The code of now, or of the half minute after: a code opens the door once, and the next one is good already. */
const codeOf = (secret: string, seconds = 0) => totpCode(secret, Temporal.Now.instant().add({ seconds }))

describe('a new colleague', () => {
  it('is proposed by one person, confirmed by another, sets password and second factor alone, and signs in', async () => {
    const people = { path: '/staff', first: /^人员$/ }
    const proposer = await officer(browser, 'system.admin2', people)
    await proposer.getByRole('button', { name: '新建账号' }).click()
    const form = proposer.locator('.staff-form')
    await form.getByLabel('账号').fill('window.journey')
    await form.getByLabel('姓名').fill('窗口 新来')
    await form.getByLabel('窗口受理').check()
    await form.getByLabel('区划').click()
    await proposer.getByTitle('沙湖镇').click()
    await proposer.keyboard.press('Escape')
    expect(await axeFindings(proposer)).toEqual([])
    await form.getByRole('button', { name: '提交核准' }).click()
    await form.getByText('已提交，等安全管理员核准。').waitFor()
    // Whoever proposed is told why he cannot confirm.
    await proposer.getByText('由安全管理员核准', { exact: true }).first().waitFor()

    const confirmer = await officer(browser, 'security.admin', people)
    const change = confirmer.getByRole('article').filter({ hasText: 'window.journey' })
    await change.getByText('沙湖镇').waitFor()
    await change.getByRole('button', { name: '核准' }).click()
    const setupCode = (await change.locator('.one-time-code').textContent())?.trim() ?? ''

    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const own = await context.newPage()
    await own.goto(`${inject('house').server}/console/`)
    await own.getByRole('button', { name: /使用设置码/ }).click()
    await own.getByLabel('设置码').fill(setupCode)
    await own.getByRole('button', { name: '下一步' }).click()
    const secret = (await own.locator('.setup-secret').textContent())?.replaceAll(' ', '') ?? ''
    await own.getByLabel('动态码').fill(codeOf(secret))
    await own.getByLabel('新口令', { exact: true }).fill('nan-tang-cun-de-shu')
    await own.getByLabel('再输一遍新口令').fill('nan-tang-cun-de-shu')
    expect(await axeFindings(own)).toEqual([])
    await keepPicture(own, 'console-setup')
    await own.getByRole('button', { name: '设定', exact: true }).click()
    await own.getByText('已设定。请用新口令和动态码登录。').waitFor()

    await own.getByLabel('账号').fill('window.journey')
    await own.getByLabel('口令').fill('nan-tang-cun-de-shu')
    await own.getByLabel('动态码').fill(codeOf(secret, 30))
    await own.getByRole('button', { name: '登录', exact: true }).click()
    await own.getByRole('heading', { name: /待办/ }).first().waitFor()
    await own.getByText('窗口 新来').first().waitFor()
  })
})
