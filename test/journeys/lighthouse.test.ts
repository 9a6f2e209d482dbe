import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { lighthouseFlaws } from '../../web/shared/testing/lighthouse.ts'
import { freePort } from './house.ts'

let browser: Browser
let port: number
beforeAll(async () => {
  port = await freePort()
  browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] })
})
afterAll(() => browser.close())

it.each([
  ['the public site', () => `${inject('house').server}/`],
  ['the terminal', () => `${inject('house').agent}/kiosk/`],
])('%s is fast on a cheap telephone, open to everybody and well made', async (_, address) => {
  expect(await lighthouseFlaws(address(), port)).toEqual([])
})
