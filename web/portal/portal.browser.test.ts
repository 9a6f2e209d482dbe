import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildWebIfStale } from '../build.ts'
import { freshState } from '../console/testing/fake-routes.ts'
import { type FakeServer, startFakeServer } from '../console/testing/fake-server.ts'
import { sampleToken, sign, tampered } from '../console/testing/sample-licence.ts'
import { axeFindings } from '../shared/testing/axe.ts'
import { launchBrowser } from '../shared/testing/browser.ts'
import { elderFlaws } from '../shared/testing/elder.ts'

const dist = path.resolve(import.meta.dirname, '../../dist')
let server: FakeServer
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []
const asked: string[] = []

beforeAll(async () => {
  await buildWebIfStale({ only: ['portal'], log: () => undefined })
  ;[server, browser] = await Promise.all([startFakeServer({ dist }), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  Object.assign(server.state, freshState())
  asked.length = 0
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    geolocation: { longitude: 112.3, latitude: 22.2 },
    permissions: ['geolocation'],
  })
  page = await context.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => asked.push(request.url()))
  page.on('console', message => {
    const lost = /status of \d{3}|ERR_INTERNET_DISCONNECTED/
    if (message.type() === 'error' && !lost.test(message.text())) complaints.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  expect(complaints.splice(0)).toEqual([])
})

/** The page's words without the names of towns. */
const ownWords = () =>
  page.locator('main').evaluate(main => {
    const copy = main.cloneNode(true) as Element
    for (const name of copy.querySelectorAll('option, [lang="zh-CN"]')) name.remove()
    return copy.textContent ?? ''
  })

const open = (address: string) => page.goto(`${server.url}${address}`)
const verdict = async () => {
  const box = page.locator('[data-verdict]')
  await box.waitFor()
  return { kind: await box.getAttribute('data-verdict'), text: String(await page.locator('article').textContent()) }
}

describe('the verification of a licence', () => {
  it('says valid with shape and word, shows which copy it is, and never sends the code to a server', async () => {
    await open(`/v#${sign(sampleToken({ copyNo: 2 }))}`)
    const found = await verdict()
    expect(found.kind).toBe('valid')
    for (const words of ['✓ 有效', '第 2 份', '陈**', '恩平市烟草专卖局']) expect(found.text).toContain(words)
    expect(asked.filter(url => url.includes('/api/')).length).toBeGreaterThan(0)
    expect(asked.filter(url => url.includes('/api/') && url.includes('YZT1'))).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  })

  it('refuses a code whose text was changed, repeats nothing of it, and does not ask the register', async () => {
    await open(`/v#${tampered(sampleToken())}`)
    const found = await verdict()
    expect(found.kind).toBe('forged')
    expect(found.text).toContain('✕ 签名不符')
    expect(found.text).not.toContain('冒名商店')
    expect(asked.filter(url => url.includes('/verification/'))).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  })

  it.each([
    [{ state: 'suspended', stateLabel: '停业', valid: false }, 'suspended'],
    [{ state: 'expired', stateLabel: '已过期', valid: false }, 'expired'],
    [{ state: 'cancelled', stateLabel: '已注销', valid: false }, 'cancelled'],
    [{ state: 'reclaimed', stateLabel: '已收回', valid: false }, 'notValid'],
    [{ currentVersion: 5 }, 'superseded'],
  ])('with register %j says %s', async (state, kind) => {
    Object.assign(server.state.licenceState, state)
    await open(`/v#${sign(sampleToken())}`)
    expect((await verdict()).kind).toBe(kind)
  })

  it('works without network after one visit, refuses a forged code there too, and asks again when the network is back', async () => {
    // Listening from the first moment: on a quick machine the page is kept before a later listener would hear of it.
    await page.addInitScript(() => {
      // about:blank, which the test passes through, has no service workers.
      if (!('serviceWorker' in navigator)) return
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (data === 'kept') document.documentElement.dataset['kept'] = 'yes'
      })
    })
    await open('/v')
    await page.getByLabel(/许可证号/).waitFor()
    await page.locator('html[data-kept]').waitFor({ state: 'attached' })
    await page.getByLabel(/许可证号/).fill(sign(sampleToken()))
    await page.keyboard.press('Enter')
    expect((await verdict()).kind).toBe('valid')

    await context.setOffline(true)
    await page.goto('about:blank')
    await open(`/v#${sign(sampleToken({ copyNo: 3 }, 1))}`)
    const found = await verdict()
    expect(found.kind).toBe('offlineSigned')
    for (const words of ['状态未核对', '横陂镇', '第 3 份']) expect(found.text).toContain(words)
    await page.goto('about:blank')
    await open(`/v#${tampered(sampleToken())}`)
    expect((await verdict()).kind).toBe('forged')
    await page.goto('about:blank')
    await open(`/v#${sign(sampleToken({ validTo: '2026-01-15' }))}`)
    expect((await verdict()).kind).toBe('offlineEnded')
    await page.goto('about:blank')
    await open(`/v#${sign(sampleToken())}`)
    expect((await verdict()).kind).toBe('offlineSigned')
    // A page nobody has opened yet says so, and what works.
    await open('/guide')
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: '核验许可证' }).click()
    await page.getByLabel(/许可证号/).waitFor()
    await page.goto('about:blank')
    await open(`/v#${sign(sampleToken())}`)
    await verdict()
    await context.setOffline(false)
    await page.locator('[data-verdict="valid"]').waitFor()
    complaints.length = 0 // the browser reports the files of the page that was not kept
  })

  it('says that it could not verify where there is neither network nor a kept key', async () => {
    await page.route('**/api/**', route => route.abort())
    await open(`/v#${sign(sampleToken())}`)
    const found = await verdict()
    expect(found.kind).toBe('offlineUnchecked')
    expect(found.text).not.toContain('恩城街道')
    complaints.length = 0 // the browser reports the aborted calls
  })
})

describe('by keyboard', () => {
  it('leads from 查询 to the verdict on a typed number', async () => {
    await open('/lookup')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let presses = 0; presses < 12 && !(await focused()).startsWith('核验许可证'); presses += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByLabel(/许可证号/).waitFor()
    expect(await focused()).toBe('核验许可证')
    await page.keyboard.press('Tab')
    await page.keyboard.type('12345')
    await page.keyboard.press('Enter')
    await page.getByText('没有看懂').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('4407 8521 0001')
    await page.keyboard.press('Enter')
    const found = await verdict()
    expect(found.kind).toBe('valid')
    expect(found.text).toContain('不能证明您手上的纸是真的')
    await page.goBack()
    await page.getByLabel(/许可证号/).waitFor()
  })
})

describe('找服务点', () => {
  it('goes from near to far from a position or a town, calls the way a straight line, and sends the position to nobody', async () => {
    await open('/points')
    await page.getByText('没有选位置').waitFor()
    await page.getByRole('button', { name: '用我现在的位置' }).click()
    await page.getByRole('heading', { name: '从近到远' }).waitFor()
    const first = page.locator('.point').first()
    expect(await first.textContent()).toMatch(/直线距离[\d.]+(米|公里)，实际路程更长/)
    await page.getByText(/现在开着、能办的，最近是/).waitFor()
    const here = await first.textContent()
    await page.getByLabel('或者选镇街').selectOption({ label: '大田镇' })
    await expect.poll(() => first.textContent()).not.toBe(here)
    expect(asked.filter(url => /lng=|lat=|112\.3/u.test(url))).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  })

  it('works without a position: refused, it says how else; a tap on the map is a place too', async () => {
    await context.clearPermissions()
    await open('/points')
    await page.getByRole('button', { name: '用我现在的位置' }).click()
    await page.getByText('没有取得位置').waitFor()
    await page.getByRole('button', { name: '在地图上看' }).click()
    await page.locator('.points-map[data-drawn]').waitFor()
    expect(await page.locator('.points-mark').allTextContents()).toEqual(['1', '2', '3', '4', '5'])
    await page.locator('.points-map canvas').click({ position: { x: 60, y: 60 } })
    await page.getByRole('heading', { name: '从近到远' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('the library of laws', () => {
  it('leads from words to the article, which stands out in its statute, and to what the last change altered', async () => {
    await open('/law')
    await page.getByLabel('找法规').fill('没有')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('没有找到').waitFor()
    await page.getByLabel('找法规').fill('延续')
    await page.getByRole('button', { name: '查找' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('延续')
    expect(await page.locator('mark').textContent()).toBe('延续')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: '《行政许可法》第五十条' }).click()
    await page.locator('[data-chosen]').getByText('第五十条').waitFor()
    await page.getByRole('button', { name: '长辈版' }).click()
    expect(await page.evaluate(elderFlaws)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: '与上一版本对照' }).click()
    await page.getByText('旧的说法。').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('委托别人代办', () => {
  const sign = async () => {
    const pad = page.locator('canvas')
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (!box) throw new Error('no signature pad')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + 120, { steps: 6 })
    await page.mouse.up()
  }

  it('a mandate is given with the own signature for named services, and taken back after being asked twice', async () => {
    server.state.signedIn = true
    await open('/me/mandates')
    await page.getByText('还没有委托过别人。').waitFor()
    await page.getByRole('button', { name: '委托一个人' }).click()
    await page.getByLabel('代理人姓名').fill('梁模拟')
    await page.getByLabel('代理人身份证号码').fill('110101199003070012')
    await page.getByRole('button', { name: '停业', exact: false }).first().click()
    await page.getByLabel('从哪天起').fill('2026-11-26')
    await page.getByLabel('到哪天为止').fill('2026-12-31')
    await page.getByRole('button', { name: '签名并委托' }).click()
    await page.getByText('还没有签名，或者签得太短。').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await sign()
    await page.getByRole('button', { name: '签名并委托' }).click()
    // What the server refuses keeps everything that was typed.
    await page.getByText('身份证号码的校验位对不上').waitFor()
    await page.getByLabel('代理人身份证号码').fill('110101199003070038')
    await page.getByRole('button', { name: '签名并委托' }).click()
    await page.getByText('已经委托。').waitFor()
    await page.getByText('可以办：停业').waitFor()
    expect(server.state.taken).toMatchObject([
      { services: ['suspend'], validFrom: '2026-11-26', validTo: '2026-12-31', signature: { kind: 'handwritten' } },
    ])
    await page.getByRole('button', { name: '收回这份委托' }).click()
    await page.getByRole('button', { name: '确定收回' }).click()
    await page.getByText('已经收回').waitFor()
    expect(await page.getByRole('button', { name: '收回这份委托' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })

  it('the form is large enough in the elder view, whole on a narrow screen, and complete in English', async () => {
    server.state.signedIn = true
    await open('/me/mandates')
    await page.getByRole('button', { name: '长辈版' }).click()
    await page.getByRole('button', { name: '委托一个人' }).click()
    expect(await page.evaluate(elderFlaws)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    expect(await ownWords()).not.toMatch(/[\u4e00-\u9fff]/)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('every page, standard and elder, in both languages', () => {
  it.each([
    ...['/', '/v', '/p', '/lookup', '/points', '/learn', '/law', '/me', '/apply/issue', '/apply/renewal'],
    ...['/guide/change', '/privacy', '/accessibility', '/no-such-page'],
  ])('%s is large and sound in the elder view and complete in English', async address => {
    await open(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('.demo-mark').textContent()).toContain('模拟数据')
    // The foot stands below the first view, so that it does not jump when the page's own part arrives.
    expect(await page.locator('.foot').evaluate(foot => foot.getBoundingClientRect().top >= innerHeight)).toBe(true)
    // Standard and Chinese: every page of the real house (test/journeys/axe.test.ts).
    await page.getByRole('button', { name: '长辈版' }).click()
    expect(
      await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
    ).toBeGreaterThanOrEqual(20)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    // Reference §10.3: text of at least 18, targets of at least 60 × 60 in the elder view; links within a sentence are text.
    expect(await page.evaluate(elderFlaws)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await ownWords()).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
