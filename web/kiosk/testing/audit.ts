import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { flawsOf, floors } from './measure.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The switch in the header, by script: so it is reached behind the countdown too. */
export const toggle = (page: Page, which: 'view' | 'language') =>
  page
    .locator('.head-tools button')
    .nth(which === 'view' ? 0 : 1)
    .evaluate((button: HTMLElement) => button.click())

/** What axe finds on the screen that is shown now. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    type Violation = { id: string; nodes: { html: string }[] }
    const { axe } = window as unknown as {
      axe: { run(of: Document, how: object): Promise<{ violations: Violation[] }> }
    }
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 160)}`)
  })
}

interface Look {
  language: 'zh' | 'en'
  view: 'standard' | 'elder'
  size: readonly [width: number, height: number]
}

/** Ordered so that each look differs from the one before in as little as possible. */
const looks: readonly Look[] = [
  { language: 'zh', view: 'standard', size: [1080, 1920] },
  { language: 'en', view: 'standard', size: [1080, 1920] },
  { language: 'zh', view: 'elder', size: [1080, 1920] },
  { language: 'zh', view: 'elder', size: [1280, 1024] },
  { language: 'zh', view: 'standard', size: [1280, 1024] },
]
const wide: Look = { language: 'zh', view: 'standard', size: [1920, 1080] }
const seenWide = [
  'home',
  'facts',
  'phoneEntry-wrong',
  'signature-signed',
  'person',
  'record',
  'paperUnknown',
  'countdown',
]

/** The flaws of the screen that is shown now in every look, each with where it was seen. */
export async function audit(page: Page, screen: string): Promise<string[]> {
  const flaws: string[] = []
  for (const { language, view, size } of seenWide.includes(screen) ? [...looks, wide] : looks) {
    const [width, height] = size
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height })
    const now = await page.evaluate(() => ({
      view: document.documentElement.dataset['view'],
      lang: document.documentElement.lang,
    }))
    if (now.view !== view) await toggle(page, 'view')
    if (!now.lang.startsWith(language)) await toggle(page, 'language')
    const found = await page.evaluate(flawsOf, floors[view])
    flaws.push(...found.map(flaw => `${language} ${view} ${width}×${height}: ${flaw}`))
  }
  return flaws
}
