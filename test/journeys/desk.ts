import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { inject } from 'vitest'

const desktop = { viewport: { width: 1440, height: 900 } }

interface SignIn {
  /** The heading of the page at `path`. */
  readonly first?: RegExp
  readonly path?: string
  readonly server?: string
  /** What the officer's own machine takes for now, where the house's clock was moved. */
  readonly now?: string
}

/** Who signed in once in this run comes back with the same session; each page has a browser profile of its own. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Signs in at the console with a demo account. */
export async function officer(
  browser: Browser,
  account: string,
  { first = /待办/, path = '/', server = inject('house').server, now: ownTime }: SignIn = {},
): Promise<Page> {
  const key = `${account} at ${server}`
  const storageState = sessions.get(key)
  const context = await browser.newContext({ ...desktop, ...(storageState && { storageState }) })
  if (ownTime !== undefined) await context.clock.setFixedTime(ownTime)
  const page = await context.newPage()
  await page.goto(`${server}/console${path}`)
  const heading = page.getByRole('heading', { name: first }).first()
  if (storageState) {
    await heading.waitFor()
    return page
  }
  const { password, code: now } = await demoAccount(server, account)
  let code = now
  for (let tries = 0; tries < 3; tries += 1) {
    await page.getByLabel(/账号/).fill(account)
    await page.getByLabel(/口令|密码/).fill(password)
    await page.getByLabel(/动态码/).fill(code)
    const [reply] = await Promise.all([
      page.waitForResponse(reply => reply.url().endsWith('/api/access/staff-sessions')),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ])
    if (reply.ok()) {
      await heading.waitFor()
      sessions.set(key, await context.storageState())
      return page
    }
    // A code opens the door once: another journey was here in the same half minute.
    code = await codeAfter(server, account, code)
  }
  throw new Error(`${account} could not sign in: ${await page.locator('body').innerText()}`)
}

/** The same by the door of the API: a tab that is signed in and has opened no page yet. */
export async function signedInTab(browser: Browser, account: string): Promise<Page> {
  const { server } = inject('house')
  const key = `${account} at ${server}`
  const storageState = sessions.get(key)
  const context = await browser.newContext({ ...desktop, ...(storageState && { storageState }) })
  const { password, code: first } = await demoAccount(server, account)
  let code = first
  while (!sessions.has(key)) {
    const reply = await context.request.post(`${server}/api/access/staff-sessions`, {
      data: { account, password, code },
    })
    if (reply.ok()) sessions.set(key, await context.storageState())
    // A code opens the door once: another journey was here in the same half minute.
    else code = await codeAfter(server, account, code)
  }
  return context.newPage()
}

async function demoAccount(server: string, account: string): Promise<{ password: string; code: string }> {
  const reply = await fetch(`${server}/api/demo/accounts`)
  const { items } = (await reply.json()) as { items: { account: string; password: string; code: string }[] }
  return items.find(item => item.account === account) ?? { password: '', code: '' }
}

async function codeAfter(server: string, account: string, used: string): Promise<string> {
  for (;;) {
    const { code } = await demoAccount(server, account)
    if (code !== used) return code
    await new Promise(resolve => setTimeout(resolve, 500))
  }
}

export const openFile = (desk: Page, applicationNo: string, server = inject('house').server): Promise<unknown> =>
  desk.goto(`${server}/console/applications/${applicationNo}`)

/** Picks from a list that opens. On a busy machine the list may be drawn anew under the finger: then it is opened again. */
export async function choose(list: Locator, title: string): Promise<void> {
  const entry = list.page().getByTitle(title, { exact: true }).last()
  for (let tries = 0; ; tries += 1) {
    await list.click()
    const picked = await entry.click({ timeout: 5_000 }).then(
      () => true,
      error => {
        if (tries === 4) throw error
        return false
      },
    )
    if (picked) return
  }
}

/** Takes one step on the open file: its button, its form, its own send button. */
export async function takeStep(
  desk: Page,
  label: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
): Promise<void> {
  await desk.getByRole('button', { name: label, exact: true }).first().click()
  const form = desk.getByRole('form', { name: label })
  await fill(form)
  await desk.getByRole('button', { name: `提交：${label}` }).click()
  await form.waitFor({ state: 'detached', timeout: 30_000 })
}
