import type { Page } from 'playwright-core'
import { afterAll, expect, inject, it } from 'vitest'
import { pageOf, pagePatterns, paths } from '../../web/portal/app/page-of.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { follow, isCalm, leadsTo, press, readyToWalk, routerPaths } from '../../web/shared/testing/walk.ts'
import { closePages, openBrowser } from './browser.ts'
import { signedInTab } from './desk.ts'
import { takePhone } from './phone.ts'

/**
 * axe-core on every page. The addresses come from the routers themselves, and one example of each is found by the links of the others: a
 * page that is added is in, and one that is not reached fails by name. Looking changes nothing, so the people are those of other journeys.
 */
afterAll(closePages)

/**
 * Led to only where somebody acted before. The house of the journeys has no past of the market and few files; in one that has (`npm start`)
 * these are walked too. A round, a visit, a file: delivery.test.ts, visit.test.ts, handler.test.ts. The poster of an event and the survey of a
 * drawn shop: awareness.test.ts. The draft of a text, which without the statutes of `../shared` nobody has begun: law.test.ts.
 */
const ledToByActs = new Set([
  ...['/applications/$applicationNo', '/delivery/rounds/$id', '/tasks/$taskId', '/tasks/$taskId/visit'],
  ...['/draws/$drawId', '/credit/$fileId', '/law/drafts/$id', 'draws 1', 'event 1', 'quiz 2'],
])
const missedOf = (names: readonly string[], seen: ReadonlySet<string>): string[] =>
  names.filter(name => !seen.has(name) && !ledToByActs.has(name))

interface Walk {
  /** Which page of the front end an address is; `undefined` for what is none. */
  readonly nameOf: (path: string) => string | undefined
  /** Names of pages that need not be looked at again. */
  readonly seen: Set<string>
}

/** From these addresses on through every link to a page that was not yet seen. */
async function findingsFrom(page: Page, starts: readonly string[], { nameOf, seen }: Walk): Promise<string[]> {
  const findings: string[] = []
  const ways = [...starts]
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const name = nameOf(new URL(way, 'http://here').pathname)
    if (name === undefined || seen.has(name)) continue
    seen.add(name)
    await follow(page, way)
    await isCalm(page).catch(cause => {
      throw new Error(`${way} does not come to rest`, { cause })
    })
    findings.push(...(await axeFindings(page)).map(found => `${way}: ${found}`))
    ways.push(...(await leadsTo(page)))
  }
  return findings
}

it('no page of the console, the board among them, and of the partners’ portal has a finding', async () => {
  const browser = await openBrowser()
  // The first only leads on.
  const seen = new Set(['/'])
  const findings: string[] = []
  let names: string[] = []
  // The head sees nearly all; the window and another agency have what is closed to him.
  for (const account of ['head', 'window', 'partner.police']) {
    const page = await signedInTab(browser, account)
    await readyToWalk(page)
    await page.goto(`${inject('house').server}/console/`)
    await isCalm(page)
    names = await routerPaths(page)
    const shapes = names.map(name => [name, new RegExp(`^${name.replaceAll(/\$\w+/g, '[^/]+')}$`)] as const)
    const nameOf = (path: string) => {
      const own = path.replace(/^\/console/, '')
      return own === path
        ? undefined
        : (names.find(name => name === own) ?? shapes.find(([, shape]) => shape.test(own))?.[0])
    }
    findings.push(...(await findingsFrom(page, await leadsTo(page), { nameOf, seen })))
    await page.context().close()
  }
  expect(names.length).toBeGreaterThan(60)
  expect({ findings, unseen: missedOf(names, seen) }).toEqual({ findings: [], unseen: [] })
})

it('no page of the public site has a finding, for anybody, for a holder, and for who acts for one', async () => {
  const browser = await openBrowser()
  const nameOf = (path: string) => {
    const page = pageOf(path)
    if (page === 'notFound') return path === '/no-such-page' ? page : undefined
    return `${page} ${pagePatterns.get(page)?.findIndex(pattern => pattern.test(path))}`
  }
  const names = [...pagePatterns].flatMap(([page, patterns]) => patterns.map((_, at) => `${page} ${at}`))
  const ever = new Set<string>()
  const own = /^(me|data|mandates|credit|apply|act) /
  const findings: string[] = []
  for (const [person, starts] of [
    [undefined, [...Object.values(paths), '/apply/renewal', '/no-such-page']],
    ['潘惠珍', ['/me', '/me/data', '/me/credit', '/apply/renewal']],
    ['阮志豪', ['/me', '/me/mandates']],
  ] as const) {
    const { page, ...phone } = await takePhone(browser)
    if (person !== undefined) {
      await phone.open('/me')
      await phone.signInByIdentity(person)
      await phone.heading('我的')
    }
    await readyToWalk(page)
    await phone.open('/me')
    await isCalm(page)
    // Signed in, the own pages are others; what is public looks the same.
    const seen = new Set([...ever].filter(name => !own.test(name)))
    findings.push(...(await findingsFrom(page, starts, { nameOf, seen })))
    for (const name of seen) ever.add(name)
    await page.context().close()
  }
  expect({ findings, unseen: missedOf(names, ever) }).toEqual({ findings: [], unseen: [] })
})

// The telephone of a town's agency is looked at by cooperation.test.ts: its code of this half minute opens the door only once.
it.each(['inspector', 'verifier', 'courier'])(
  'no area of the field app, and no first thing in it, has a finding: %s',
  async account => {
    const page = await signedInTab(await openBrowser(), account)
    await page.setViewportSize({ width: 390, height: 844 })
    await readyToWalk(page)
    await page.goto(`${inject('house').server}/field/`)
    await page.locator('.field-page').waitFor()
    await isCalm(page)
    const areas = await page.locator('.area-bar button').all()
    const findings: string[] = []
    const look = async () => {
      await isCalm(page)
      findings.push(...(await axeFindings(page)).map(found => `${page.url()}: ${found}`))
    }
    for (const area of areas.length > 0 ? areas : [undefined]) {
      if (area !== undefined && (await area.getAttribute('aria-current')) === null) await press(page, area)
      await look()
      const thing = page.locator('.stop').first()
      if ((await thing.count()) === 0) continue
      await press(page, thing)
      await look()
    }
    expect(findings).toEqual([])
  },
)
