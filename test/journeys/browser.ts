import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../web/shared/testing/browser.ts'

let running: Promise<Browser> | undefined

/** The browser of all journeys of one run: started once, warm for the next. Each person has a profile of his own in it. */
export const openBrowser = (): Promise<Browser> => {
  running ??= launchBrowser()
  return running
}

/** Closes what a journey opened, with its cookies and stores; the browser stays for the next one. */
export async function closePages(): Promise<void> {
  const contexts = (await openBrowser()).contexts()
  await Promise.all(contexts.map(context => context.close()))
}
