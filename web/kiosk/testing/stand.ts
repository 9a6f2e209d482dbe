import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildWebIfStale } from '../../build.ts'
import { launchBrowser } from '../../shared/testing/browser.ts'
import { type FakeAgent, newWorld, startFakeAgent } from './fake-agent.ts'

const portrait = { width: 1080, height: 1920 }

/** The same layout with a sixteenth of the pixels to paint: without a graphics card that is most of the time. */
const few = { viewport: portrait, deviceScaleFactor: 0.25 }

/** A terminal to look at: its pretended agent, and a page in a browser that remembers nothing. */
interface Stand {
  agent: FakeAgent
  page: Page
  errors: string[]
}

let browser: Browser
// Two at a time: while one page draws, the other is walked to its screen.
const free: Stand[] = []
const waiting: ((stand: Stand) => void)[] = []

/** Call once in a test file: opens the browser before its tests and closes it after them. */
export function openTerminals(): void {
  beforeAll(async () => {
    await buildWebIfStale({ only: ['kiosk'], log: () => {} })
    browser = await launchBrowser()
    free.push(await newStand(), await newStand())
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await Promise.all(free.map(stand => stand.agent.close()))
  })
}

async function newStand(): Promise<Stand> {
  const [agent, context] = await Promise.all([startFakeAgent(), browser.newContext(few)])
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && /Content.Security|React/i.test(message.text())) errors.push(message.text())
  })
  return { agent, page, errors }
}

/** Lends a stand for one test, as new; errors of the page fail the test. */
export async function atTerminal(work: (page: Page, agent: FakeAgent) => Promise<void>): Promise<void> {
  const stand = free.pop() ?? (await new Promise<Stand>(resolve => waiting.push(resolve)))
  const { page, agent, errors } = stand
  try {
    agent.world = newWorld()
    agent.calls.length = 0
    errors.length = 0
    await page.setViewportSize(portrait)
    await work(page, agent)
    expect(errors).toEqual([])
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    const next = waiting.shift()
    if (next) next(stand)
    else free.push(stand)
  }
}
