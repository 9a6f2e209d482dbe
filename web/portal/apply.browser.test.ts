import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildWebIfStale } from '../build.ts'
import { heldMandate } from '../console/testing/fake-holder.ts'
import { type FakeServer, startFakeServer } from '../console/testing/fake-server.ts'
import { axeFindings } from '../shared/testing/axe.ts'
import { launchBrowser } from '../shared/testing/browser.ts'
import { elderFlaws } from '../shared/testing/elder.ts'

const dist = path.resolve(import.meta.dirname, '../../dist')
let server: FakeServer
let browser: Browser
let page: Page

beforeAll(async () => {
  await buildWebIfStale({ only: ['portal'], log: () => undefined })
  ;[server, browser] = await Promise.all([startFakeServer({ dist }), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterEach(() => page.close())
const open = (address: string) => page.goto(`${server.url}${address}`)

describe('the questions of a service, in the elder view', () => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const onPage = async (heading: string | RegExp) => {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await page.evaluate(elderFlaws)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }

  it('hold the floors page by page, with the papers that are needed and what was fetched instead', async () => {
    server.state.signedIn = true
    await open('/apply/change')
    await press('长辈版')
    await onPage('请核对您的许可证')
    await press('都对，继续')
    await onPage('哪些变了？')
    await press(/门牌号/)
    await press('选好了，继续')
    await onPage('新的门牌地址')
    await page.getByRole('textbox').fill('新街18号')
    await press('选好了，继续')
    await onPage('请交这几份材料')
    await page.getByText('已有电子证照，不用交').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await press(/^继续$/)
    await onPage('纸质许可证怎么给您')
    await press(/不用送/)
    await onPage('这是您现在的电话吗')
    await press('换了号码')
    await onPage('请输入新的电话号码')
    await press('上一步')
    await press('是，没有变')
    await onPage(/告知书/)
    await press('我同意')
    await onPage('请签上您的名字')
  })

  it('are the same for an agent, who sees for whom he acts and is not asked for the number of the holder', async () => {
    server.state.signedIn = true
    server.state.mandatesHeld = [heldMandate]
    await open('/me/mandates')
    await press('长辈版')
    await page.getByText('持证人：阮**').waitFor()
    expect(await page.evaluate(elderFlaws)).toEqual([])
    await page.getByRole('link', { name: '替他办停业' }).click()
    await onPage('请核对持证人的许可证')
    expect(await axeFindings(page)).toEqual([])
    await press('都对，继续')
    await onPage(/从哪一天/)
    await press(/选别的日子/)
    await page.getByRole('button', { name: '下个月' }).waitFor()
    await onPage(/从哪一天/)
    await open(`/act/${heldMandate.mandateId}/close`)
    await onPage('没有可以用的委托')
  })
})
