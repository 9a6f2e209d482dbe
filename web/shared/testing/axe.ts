import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
let source: Promise<string> | undefined

/** What axe-core finds wrong on the page as it stands, one line each; empty = nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // A page that was followed from another still has it.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(await source)
  return page.evaluate(async runOnly => {
    const { axe, document } = globalThis as unknown as {
      axe: { run: (where: object, how: object) => Promise<Found> }
      document: object
    }
    interface Found {
      violations: { id: string; help: string; nodes: { html: string }[] }[]
    }
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`,
    )
  }, tags)
}
