import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../shared/testing/axe.ts'
import { type Desk, openDesk, signIn } from './testing/desk.ts'
import { freshState } from './testing/fake-routes.ts'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  Object.assign(desk.server.state, freshState(), { signedIn: true })
  desk.server.state.taken.length = 0
})
afterEach(async () => {
  await page.close()
  expect(desk.complaints.splice(0)).toEqual([])
})

describe('the door', () => {
  it('shows nothing of the work before the sign-in, names a wrong password, and opens for the right one', async () => {
    desk.server.state.signedIn = false
    page = await desk.open('/work?view=all')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await page.locator('body').textContent()).toContain('模拟数据')
    await page.getByRole('button', { name: '填入 李敏' }).click()
    expect(await page.getByLabel('动态码').inputValue()).toBe('246810')
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await signIn(page, 'wrong')
    await page.getByText('账号、口令或动态码不对。').waitFor()
    await signIn(page)
    await page.getByRole('heading', { name: '待办' }).waitFor()
    expect(new URL(page.url()).searchParams.get('view')).toBe('all')
  })

  it('locks a quiet desk, leaves nothing to read, and gives the same person the unsent text back', async () => {
    page = await desk.open('/applications/YX-2026-1001', { clock: true })
    await page.getByRole('button', { name: '拟准予延续', exact: true }).click()
    await page.getByLabel('意见').fill('没有写完的意见')
    await page.clock.runFor(14.5 * 60_000)
    await page.getByText('工作台将锁定').waitFor()
    await page.clock.runFor(60_000)
    await page.getByRole('heading', { name: '已锁定' }).waitFor()
    expect(desk.server.state.signedIn).toBe(false)
    expect(desk.server.state.signOuts).toBe(1)
    const left = await page.content()
    for (const secret of ['没有写完的意见', '5678', 'YX-2026-1001', '便利店']) expect(left).not.toContain(secret)
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('口令').fill('right')
    await page.getByLabel('动态码').fill('123456')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '拟准予延续', exact: true }).click()
    expect(await page.getByLabel('意见').inputValue()).toBe('没有写完的意见')
  })

  it('throws the unsent text away when somebody else signs in', async () => {
    page = await desk.open('/applications/YX-2026-1001')
    await page.getByRole('button', { name: '拟准予延续', exact: true }).click()
    await page.getByLabel('意见').fill('前一个人的话')
    desk.server.state.signedIn = false
    await page.getByRole('link', { name: '恩平市君堂镇永和食杂店' }).click()
    await page.getByText('登录已失效').waitFor()
    desk.server.state.staff = { ...desk.server.state.staff, id: '0f0f0f0f-0000-4000-8000-000000000009', account: 'b' }
    await page.getByLabel('口令').fill('right')
    await page.getByLabel('动态码').fill('123456')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('link', { name: '恩平市恩城街道南塘便利店' }).click()
    await page.getByRole('button', { name: '拟准予延续', exact: true }).click()
    expect(await page.getByLabel('意见').inputValue()).toBe('')
  })
})

describe('the work list', () => {
  it('is walked by keyboard: j and arrows choose, Enter opens', async () => {
    page = await desk.open('/work')
    await page.locator('.data-table').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    const number = String(await page.locator('tr:focus td').last().textContent())
    await page.keyboard.press('Enter')
    await page.locator('.next-step').waitFor()
    expect(page.url()).toContain(number)
  })

  it('filters by a click on a count, keeps the filter in the address, and says so when nothing fits', async () => {
    page = await desk.open('/work')
    await page.getByRole('button', { name: /已超期/ }).click()
    await page.waitForURL(/tone=overdue/)
    await page.reload()
    await page.locator('.data-table').waitFor()
    const words = await page.locator('.data-table .clock-word').allInnerTexts()
    expect(words.length).toBeGreaterThan(0)
    expect(words.every(word => word.includes('已超期'))).toBe(true)
    await page.getByLabel('查找店名').fill('没有这家店')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合条件的办件').waitFor()
  })

  it('leaves as a file that a spreadsheet does not run', async () => {
    page = await desk.open('/work')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出本页（CSV）' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF期限,')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(15)
  })

  it('names a failure and asks again', async () => {
    desk.server.state.broken = true
    page = await desk.open('/work')
    await page.getByText('没有连上服务器').waitFor()
    desk.server.state.broken = false
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.locator('.data-table').waitFor()
    desk.server.state.broken = true
    await page.getByText('已办结').click()
    await page.getByText('系统暂时连不上数据库').waitFor()
    desk.server.state.broken = false
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.locator('.data-table').waitFor()
  })
})

describe('a page whose program did not arrive', () => {
  it('says so, and comes when it is asked for again', async () => {
    page = await desk.open('/work')
    await page.locator('.data-table').waitFor()
    await page.route(/life-page/, route => route.abort())
    await page.goto(`${desk.server.url}/console/terminals/0f0f0f0f-0000-4000-8000-000000000100`)
    const again = page.getByRole('button', { name: '再试一次' })
    await again.waitFor()
    expect(desk.complaints.splice(0).join(' ')).toMatch(/ERR_FAILED/)
    await page.unroute(/life-page/)
    await again.click()
    await page.getByText('打出 12 张').waitFor()
  })
})

describe('the file', () => {
  it('shows one main step with its basis, and says why another is not possible', async () => {
    page = await desk.open('/applications/YX-2026-1001')
    await page.locator('.next-step').waitFor()
    expect(await page.locator('.next-step .ant-btn-primary').count()).toBe(1)
    const grant = page.getByRole('button', { name: '准予延续', exact: true })
    expect(await grant.isDisabled()).toBe(true)
    expect(await page.locator('.other-steps li', { has: grant }).textContent()).toContain('审核和审批不能是同一人')
    await page.locator('.finding-notChecked').getByText('未能核对').first().waitFor()
    await page
      .locator('.other-steps')
      .getByRole('button', { name: /实施细则》第四十三条/ })
      .click()
    await page.getByText('条文全文没有导入').waitFor()
  })

  it('keeps what was typed when a colleague was faster, and sends it with the new version', async () => {
    page = await desk.open('/applications/YX-2026-1001')
    await page.getByRole('button', { name: '拟不予延续' }).click()
    await page.getByRole('button', { name: '提交：拟不予延续' }).click()
    await page.getByText('请至少勾选一种情形').waitFor()
    await page.getByLabel(/^2\. /).check()
    await page.getByLabel('认定的事实和理由').fill('校门正对，距离 86 米')
    desk.server.state.conflictOnce = true
    await page.getByRole('button', { name: '提交：拟不予延续' }).click()
    await page.getByText('您看到的不是最新内容').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await Promise.all([
      page.waitForResponse(/applications\/YX-2026-1001$/),
      page.getByRole('button', { name: '读取最新内容' }).click(),
    ])
    await page.getByText('您看到的不是最新内容').waitFor({ state: 'detached' })
    expect(await page.getByLabel('认定的事实和理由').inputValue()).toBe('校门正对，距离 86 米')
    await page.getByRole('button', { name: '提交：拟不予延续' }).click()
    await page.locator('.timeline').getByText('校门正对').waitFor()
    expect(desk.server.state.taken).toEqual([
      { event: 'proposeDeny', opinion: '校门正对，距离 86 米', grounds: [2], version: 5 },
    ])
  })

  it('asks for corrections once and completely', async () => {
    page = await desk.open('/applications/YX-2026-1002')
    await page.getByRole('button', { name: '一次性告知补正' }).click()
    await page.getByLabel('第 1 项').fill('门店照片')
    await page.getByRole('button', { name: /^提交/ }).click()
    await page.getByText('请至少写全一项').waitFor()
    await page.getByLabel('怎么补 1').fill('拍清门牌')
    await page.getByRole('button', { name: '再加一项' }).click()
    await page.getByRole('button', { name: /^提交/ }).click()
    await page.getByRole('button', { name: '提交：一次性告知补正' }).waitFor({ state: 'detached' })
    expect(desk.server.state.taken).toMatchObject([{ items: [{ what: '门店照片', how: '拍清门牌' }] }])
  })
})

describe('the register and the machines', () => {
  it('draws the map without the network and answers its question in words', async () => {
    page = await desk.open('/map?state=suspended')
    await page.locator('[data-drawn]').waitFor({ timeout: 20_000 })
    expect(await page.locator('h1').textContent()).toMatch(/22 户“停业”/)
    expect(await axeFindings(page)).toEqual([])
  })

  it('gives the enrolment code once to the security administrator, and revokes only with a reason', async () => {
    desk.server.state.staff = { ...desk.server.state.staff, roles: ['securityAdmin'] }
    page = await desk.open('/')
    await page.waitForURL(/terminals/)
    expect(await page.getByRole('link', { name: '待办' }).count()).toBe(0)
    await page.getByRole('button', { name: '核准入网' }).click()
    await page.getByText('QX7M-4RTP-9KDE').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '我已抄下' }).click()
    await page.getByText('QX7M-4RTP-9KDE').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '吊销密钥' }).first().click()
    expect(await page.getByRole('button', { name: '确认吊销' }).isDisabled()).toBe(true)
    await page.getByLabel('吊销的原因').fill('机器丢失')
    await page.getByRole('button', { name: '确认吊销' }).click()
    await page.getByRole('button', { name: '确认吊销' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '我来回应' }).click()
    await page.getByText('已回应').waitFor()
  })
})

describe('the fleet', () => {
  it('says what is wrong first, opens the terminals behind a figure, and takes an alarm with a note', async () => {
    desk.server.state.staff = { ...desk.server.state.staff, roles: ['systemAdmin'] }
    page = await desk.open('/terminals')
    const alarms = page.locator('.alarms')
    await alarms.getByText('沙湖镇便民服务中心 01 号 失联').waitFor()
    await alarms.getByText('7 台终端同时失联').waitFor()
    await alarms.getByLabel('怎么处理的').first().fill('已电话联系村委会')
    await alarms.getByRole('button', { name: '已知悉' }).first().click()
    await alarms.getByText('已知悉：已电话联系村委会').waitFor()
    await page.locator('.fleet-figures').getByRole('link', { name: /失联/ }).click()
    await page.waitForURL(/health=silent/)
    await page.getByText('共 1 台').waitFor()
    await alarms.getByRole('link', { name: '看所有冻结的终端' }).click()
    await page.waitForURL(/state=frozen/)
    await page.locator('[data-drawn]').waitFor({ timeout: 20_000 })
    expect(await axeFindings(page)).toEqual([])
  })

  it('shows the life of one terminal and sends it settings', async () => {
    desk.server.state.staff = { ...desk.server.state.staff, roles: ['systemAdmin'] }
    page = await desk.open('/terminals/0f0f0f0f-0000-4000-8000-000000000100')
    await page.getByText('打出 12 张').waitFor()
    await page.getByText('终端还没有生效（现在执行第 1 版）').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('远程通知').fill('今天下午停电')
    await page.getByRole('button', { name: '下发' }).click()
    await page.getByText('已下发 1 台').waitFor()
    expect(desk.server.state.taken).toMatchObject([{ settings: { notice: '今天下午停电', volume: 70 } }])
  })
})

describe('what a terminal could not place', () => {
  it('is opened on purpose, without the signature, and settled with a note', async () => {
    desk.server.state.staff = { ...desk.server.state.staff, roles: ['window'] }
    page = await desk.open('/terminals')
    const held = page.locator('.held')
    await held.getByText('办理时间有疑问').waitFor()
    expect(await held.textContent()).not.toContain('冯模拟')
    await held.getByRole('button', { name: '查看内容' }).click()
    await held.getByText('冯模拟').waitFor()
    expect(await held.textContent()).not.toContain('strokes')
    expect(await axeFindings(page)).toEqual([])
    await held.getByLabel('怎么处理的').fill('已电话联系，到窗口重办')
    await held.getByRole('button', { name: '登记已处理' }).click()
    await held.waitFor({ state: 'detached' })
    expect(desk.server.state.taken).toEqual([{ note: '已电话联系，到窗口重办' }])
  })
})

describe('every page, in both languages', () => {
  it.each([
    ['/work', '.data-table'],
    ['/applications/YX-2026-1001', '.next-step'],
    ['/retailers', '.data-table'],
    ['/retailers/440785110003', '.fact-card'],
    ['/terminals', '.terminal-table'],
    ['/no-such-page', 'h1'],
  ])('%s has no finding of axe-core', async (address, ready) => {
    page = await desk.open(address)
    await page.locator(ready).first().waitFor()
    expect(await page.locator('.demo-mark').textContent()).toContain('模拟数据')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.frame-head').textContent()).not.toMatch(/[待零地终]/)
    expect(await axeFindings(page)).toEqual([])
  })
})
