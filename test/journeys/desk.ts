import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'

/** Signs in at the console with a demo account and its code of this moment; each has a browser profile of its own. `first` is the page of the post. */
export async function officer(browser: Browser, account: string, first = /待办/): Promise<Page> {
  const { server } = inject('house')
  const reply = await fetch(`${server}/api/demo/accounts`)
  const { items } = (await reply.json()) as { items: { account: string; password: string; code: string }[] }
  const found = items.find(item => item.account === account)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${server}/console/`)
  await page.getByLabel(/账号/).fill(account)
  await page.getByLabel(/口令|密码/).fill(found?.password ?? '')
  await page.getByLabel(/动态码/).fill(found?.code ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: first }).first().waitFor()
  return page
}

export const openFile = (desk: Page, applicationNo: string): Promise<unknown> =>
  desk.goto(`${inject('house').server}/console/applications/${applicationNo}`)

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
