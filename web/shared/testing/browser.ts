import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** The first is Chromium without its own windows and menus: the same pages for half of the machine time. */
export const chromiumPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
] as const

/** Where the browser of the tests is: `CHROMIUM`, or the system's own. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  const found = named ?? chromiumPlaces.find(place => existsSync(place))
  if (found === undefined || !existsSync(found)) {
    throw new Error(
      'Chromium was not found. Install it with `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.',
    )
  }
  return found
}

/** A real Chromium that talks to nobody but the page under test. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    ...options,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  })
}
