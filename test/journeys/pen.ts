import type { Locator, Page } from 'playwright-core'

/**
 * Writes a name into the empty pad of the page. What still loads above the pad (the list of materials) pushes it away
 * under the pen, and the strokes go beside it: a pad that is still empty is written on again.
 */
export async function writeName(page: Page): Promise<void> {
  const empty = page.getByRole('img', { name: /签名区|Signature area/ })
  await empty.waitFor()
  for (let tries = 0; tries < 5 && (await empty.count()) > 0; tries += 1) await write(page, empty)
  await empty.waitFor({ state: 'detached' })
}

async function write(page: Page, pad: Locator): Promise<void> {
  // Still on the page and standing still, as far as one look can tell.
  await pad.hover()
  const box = await pad.boundingBox()
  if (!box) return
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3)
  await page.mouse.down()
  for (const [x, y] of [
    [0.4, 0.7],
    [0.5, 0.3],
    [0.7, 0.6],
    [0.8, 0.35],
  ] as const)
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 6 })
  await page.mouse.up()
}
