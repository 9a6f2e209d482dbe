import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildWebIfStale } from '../../build.ts'
import { launchBrowser } from '../../shared/testing/browser.ts'
import { type FakeServer, startFakeServer } from './fake-server.ts'

/** A browser at a desk, before a fake server; faults of the page are collected. */
export interface Desk {
  readonly server: FakeServer
  readonly browser: Browser
  /** What the pages complained about: exceptions and refusals of the content security policy. */
  readonly complaints: string[]
  /** `clock`: with a clock of its own, which the test moves. */
  open(address: string, options?: { clock: true }): Promise<Page>
  close(): Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const root = path.resolve(import.meta.dirname, '../../..')
  await buildWebIfStale({ only: ['console'], log: () => undefined })
  const [server, browser] = await Promise.all([startFakeServer({ dist: path.join(root, 'dist') }), launchBrowser()])
  const desktop = { viewport: { width: 1280, height: 800 }, acceptDownloads: true }
  const context = await browser.newContext(desktop)
  const complaints: string[] = []
  return {
    server,
    browser,
    complaints,
    async open(address, options) {
      // A fake clock belongs to the whole browser context: every page that is opened there later gets it too, with the
      // time as it was moved and with faked timers (seen). So a page with a clock has a context to itself.
      const page = await (options?.clock ? await browser.newContext(desktop) : context).newPage()
      if (options?.clock) {
        page.once('close', () => void page.context().close())
        // Before the first document: installed into a running page it could change the time under a mounted desk.
        await page.clock.install()
      }
      page.on('pageerror', error => complaints.push(error.message))
      page.on('console', message => {
        if (message.type() === 'error' && !/status of \d{3}/.test(message.text())) complaints.push(message.text())
      })
      await page.goto(`${server.url}/console${address}`)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

export async function signIn(page: Page, password = 'right'): Promise<void> {
  await page.getByLabel('账号').fill('shenhe')
  await page.getByLabel('口令').fill(password)
  await page.getByLabel('动态码').fill('123456')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
