import type { Locator, Page } from 'playwright-core'

/**
 * Keeps what stands on the screen as `docs/screenshots/NAME.png`, when pictures are asked for (`npm run screenshots`). A plain test run
 * draws none: each costs half a second of the machine, and a test should leave the folder as it was.
 */
export async function keepPicture(
  of: Page | Locator,
  name: string,
  { fullPage = false }: { fullPage?: boolean } = {},
): Promise<void> {
  if (process.env['YZT_SCREENSHOTS'] !== 'yes') return
  const path = `docs/screenshots/${name}.png`
  await ('goto' in of ? of.screenshot({ path, fullPage }) : of.screenshot({ path }))
}
