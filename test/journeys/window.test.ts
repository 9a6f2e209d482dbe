import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { cardOf, receive, sign } from './counter.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

describe('the window', () => {
  it('takes 补办 from the card to the decision and the paper', async () => {
    const desk = await officer(browser, 'window')
    await receive(desk, cardOf('early'))
    await keepPicture(desk, 'console-window-visit')
    await desk.getByRole('button', { name: '补办' }).first().click()
    await desk.getByText(/还没有填完/).waitFor()
    await desk.getByText('丢了', { exact: true }).first().click()
    await desk.getByText('正本和副本', { exact: true }).first().click()
    await sign(desk)
    await keepPicture(desk, 'console-window-form', { fullPage: true })
    await desk.getByRole('button', { name: '提交申请' }).click()
    await desk.getByRole('heading', { name: /准予补办|申请已经收到/ }).waitFor()
    await desk
      .getByRole('link', { name: /打开文书/ })
      .first()
      .waitFor()
    await keepPicture(desk, 'console-window-result')
    expect(await desk.getByText(/R\d{8}-\d{6}/).count()).toBeGreaterThan(0)
  })

  it('continues what was begun at the terminal, by the code on the screen', async () => {
    const visitor = await visit(browser)
    await visitor.press(/停业、恢复营业/)
    await visitor.press(/^停业/)
    await visitor.lay('rare-name')
    await visitor.press('都对，继续')
    await visitor.press(/明天/)
    await visitor.press('保存，换个地方继续')
    await visitor.heading(/已经保存/)
    await visitor.shot('kiosk-draft-saved')
    const code = (await visitor.page.locator('.draft-code').innerText()).trim()
    await visitor.page.close()
    const desk = await officer(browser, 'window2')
    await receive(desk, cardOf('rare-name'))
    await desk.getByText(/经过：村级终端/).waitFor()
    await desk.getByLabel(/草稿码/).fill(code.toLowerCase())
    await desk.getByRole('button', { name: '继续办理' }).last().click()
    await desk.getByText(/还没有填完/).waitFor()
    expect(await desk.locator('input[type=date]').first().inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

describe('a helper at the terminal', () => {
  it('proves presence by a code, sees masked names, and the person signs and sends', async () => {
    const { server } = inject('house')
    const accounts = (await (await fetch(`${server}/api/demo/accounts`)).json()) as {
      items: { account: string; password: string; code: string }[]
    }
    const { account = '', password, code: totp } = accounts.items.find(item => item.account === 'helper') ?? {}
    const context = await browser.newContext()
    const origin = { origin: server, 'content-type': 'application/json' }
    await context.request.post(`${server}/api/access/staff-sessions`, {
      data: { account, password, code: totp },
      headers: origin,
    })
    const taken = await context.request.post(`${server}/api/access/presence-codes`, { headers: origin })
    const { code } = (await taken.json()) as { code: string }
    const visitor = await visit(browser)
    await visitor.press(/补办、歇业/)
    await visitor.press(/^补办/)
    await visitor.lay('opens-today')
    await visitor.page.getByRole('button', { name: /^短信验证码/ }).waitFor()
    await visitor.press('上一步')
    await visitor.press('帮办员在场')
    for (const digit of code) await visitor.press(new RegExp(`^${digit}$`))
    await visitor.shot('kiosk-helper-code')
    await visitor.press('帮办员到场')
    await visitor.page.getByText(/帮办 梁好在场/).waitFor()
    await visitor.press(/补办、注销|补办/)
    await visitor.press(/^补办/)
    await visitor.page
      .getByText(/^[^*]\*+$/)
      .first()
      .waitFor()
    await visitor.proveByCode()
    await visitor.press(/^丢了/)
    await visitor.press(/正本和副本/)
    await visitor.press(/不用送/)
    await visitor.sign()
    await visitor.press('我同意，提交申请')
    await visitor.heading(/准予补办|申请已经收到/)
    const log = await context.request.get(`${server}/api/access/assistance`)
    expect(((await log.json()) as { items: object[] }).items).toHaveLength(1)
    await visitor.page.close()
    await context.close()
  })
})
