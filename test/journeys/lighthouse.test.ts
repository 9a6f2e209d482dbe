import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { lookAt } from '../../web/shared/testing/lighthouse.ts'
import { freePort } from './house.ts'

let browser: Browser
let port: number
beforeAll(async () => {
  port = await freePort()
  browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] })
})
afterAll(() => browser.close())

const site = (path: string) => (): string => inject('house').server + path

// The first pages, and the heaviest of the others: data after the part, a long text, drawings. All of them: `npm run lighthouse`.
it.each([
  ['the public site', site('/')],
  ['the terminal', () => `${inject('house').agent}/kiosk/`],
  ['the page of the service points', site('/points')],
  ['a statute', site('/law/XK')],
])('%s is fast on a cheap telephone, open to everybody and well made', async (_, address) => {
  expect((await lookAt(address(), port)).flaws).toEqual([])
})

it('over slow 3G the first view needs less than 100 kB of script, two seconds of that line; what is on its way or lost is said, and goes on', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  // 400 kbit/s, and 400 ms there and back.
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
  await line.send('Network.emulateNetworkConditions', slow)
  await page.goto(inject('house').server, { waitUntil: 'commit' })
  await page.getByRole('link', { name: '延续' }).waitFor()
  const sizes = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(entry => {
      const { name, encodedBodySize } = entry as PerformanceResourceTiming
      return name.endsWith('.js') ? [encodedBodySize] : []
    }),
  )
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(100_000)
  const { errors, data } = await line.send('Page.getAppManifest')
  expect([errors, data?.includes('烟政通')]).toEqual([[], true])

  // While the part of a page is on its way the frame stands and its place says so; whoever goes on is not held.
  await page.getByRole('link', { name: '查询', exact: true }).click()
  await page.getByRole('status').getByText('正在打开').waitFor()
  await page.getByRole('link', { name: '学法', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '学法' }).waitFor()
  // The line breaks: said, with what to do, and the next page opens again.
  await line.send('Network.emulateNetworkConditions', { ...slow, offline: true })
  await page.getByRole('link', { name: '查法律法规' }).click()
  await page.getByRole('heading', { level: 1, name: '现在没有网络' }).waitFor()
  await line.send('Network.emulateNetworkConditions', slow)
  await page.getByRole('link', { name: '办事', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '许可证办事' }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
