import { type Browser, type BrowserContext, type BrowserContextOptions, devices, type Page } from 'playwright-core'
import { inject } from 'vitest'

/** A telephone of its own for one member of staff, signed in at the field app and ready for the day without network. */
export async function fieldPhone(
  browser: Browser,
  name: string,
  first: string,
  more: BrowserContextOptions = {},
): Promise<{ readonly phone: BrowserContext; readonly page: Page }> {
  const phone = await browser.newContext({ ...devices['Pixel 5'], viewport: { width: 390, height: 844 }, ...more })
  const page = await phone.newPage()
  await page.goto(`${inject('house').server}/field/`)
  for (let tries = 0; tries < 70; tries += 1) {
    await page.getByRole('button', { name: `用演示账号 ${name}` }).click()
    const [reply] = await Promise.all([
      page.waitForResponse(answer => answer.url().endsWith('/api/access/staff-sessions')),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ])
    if (reply.ok()) break
    // A code opens the door once; the list of accounts is read anew with the page.
    await page.waitForTimeout(1_000)
    await page.reload()
  }
  await page.getByRole('heading', { name: first }).waitFor()
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 60_000 })
  return { phone, page }
}

/** Writes into the signature pad of this label with the mouse. */
export async function sign(page: Page, label: string | RegExp): Promise<void> {
  const pad = page.getByRole('img', { name: label })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error(`no pad: ${label}`)
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  for (let step = 1; step <= 14; step += 1) await page.mouse.move(box.x + 30 + step * 16, box.y + 50 + (step % 2) * 50)
  await page.mouse.up()
}
