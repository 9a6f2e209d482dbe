import type { Locator, Page } from 'playwright-core'

/** What the walk needs of the page itself; the journeys are checked without the types of a browser. */
interface Here {
  /** Answers that are still awaited. */
  asked: number
  /** Frames since nothing was awaited. */
  calm: number
  /** The heading of the page that was left: while it stands the next page is not here. */
  left: object | null
  fetch: typeof fetch
  readonly CSSStyleSheet: new () => { replaceSync(rules: string): void }
  readonly document: {
    adoptedStyleSheets: object[]
    querySelector(chosen: string): object | null
    querySelectorAll(chosen: string): Iterable<Pick<URL, 'origin' | 'pathname' | 'search'>>
  }
  readonly location: Pick<URL, 'origin' | 'href' | 'pathname'>
  readonly history: { pushState(state: null, unused: string, address: string): void }
  readonly PopStateEvent: new (name: string) => Event
  dispatchEvent(event: Event): void
  readonly __TSR_ROUTER__?: {
    readonly state: { readonly status: string }
    readonly routesByPath: Readonly<Record<string, unknown>>
  }
}

/** Rows after the sixth are drawn by the same program as those before: left out, they cost axe-core nothing. */
const alike = ['tbody tr:nth-child(n + 7)', 'li:nth-child(n + 7)']

/** Makes a tab ready for the walk, from the first script of its pages on: it counts what they wait for, and long lists are short. */
export const readyToWalk = (page: Page): Promise<unknown> =>
  page.addInitScript(hidden => {
    const here = globalThis as unknown as Here
    const sheet = new here.CSSStyleSheet()
    sheet.replaceSync(`${hidden} { display: none !important }`)
    here.document.adoptedStyleSheets = [sheet]
    const ask = here.fetch.bind(globalThis)
    Object.assign(here, { asked: 0, calm: 0, left: null })
    here.fetch = async (...request) => {
      here.asked += 1
      try {
        return await ask(...request)
      } finally {
        here.asked -= 1
      }
    }
  }, alike.join(','))

/** Everything that was asked for is here and drawn: looked at frame by frame, not waited for by the clock. */
export const isCalm = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const here = globalThis as unknown as Here
    const heading = here.document.querySelector('h1')
    const waits =
      here.asked > 0 ||
      (here.__TSR_ROUTER__?.state.status ?? 'idle') !== 'idle' ||
      heading === null ||
      heading === here.left ||
      here.document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]') !== null
    here.calm = waits ? 0 : here.calm + 1
    return here.calm > 3
  })

/** Opens what has no address of its own; the heading changes with it. */
export async function press(page: Page, thing: Locator): Promise<void> {
  await page.evaluate(() => {
    const here = globalThis as unknown as Here
    here.left = here.document.querySelector('h1')
    here.calm = 0
  })
  await thing.click()
}

/** Goes to an address as a link of the page would: the shell stays. */
export const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate(to => {
    const here = globalThis as unknown as Here
    const same = new URL(to, here.location.href).pathname === here.location.pathname
    here.left = same ? null : here.document.querySelector('h1')
    here.calm = 0
    here.history.pushState(null, '', to)
    here.dispatchEvent(new here.PopStateEvent('popstate'))
  }, address)

/** Where the page leads to, on this server. */
export const leadsTo = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { document, location } = globalThis as unknown as Here
    return [...document.querySelectorAll('a[href]')]
      .filter(link => link.origin === location.origin)
      .map(link => link.pathname + link.search)
  })

/** The addresses of a front end with the router of TanStack, as that router has them: `/cases/$no`. */
export const routerPaths = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys((globalThis as unknown as Here).__TSR_ROUTER__?.routesByPath ?? {}))
