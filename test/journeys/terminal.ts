import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { type DeviceState, deviceRoutes } from '../../agent/contract.ts'
import { writeName } from './pen.ts'
import { keepPicture } from './picture.ts'

/** A person at the village terminal: the real page in a real browser, the devices behind it simulated by the dock. */
export interface Visitor {
  readonly page: Page
  /** Touches so far; laying the card is none. */
  taps(): number
  press(name: string | RegExp): Promise<void>
  lay(cardId: string | null): Promise<void>
  fault(fault: object): Promise<void>
  sign(): Promise<void>
  /** 短信验证码 on the page of the facts: asks, reads the made-up telephone, types. */
  proveByCode(): Promise<void>
  /** The second half of it: the page of the code is there. */
  typeCode(): Promise<void>
  heading(text: string | RegExp): Promise<void>
  shot(name: string): Promise<void>
  /** Renewal from the idle screen to the signed application, not yet sent. */
  fillIn(cardId: string, shop?: RegExp): Promise<void>
  /** The same, and sent. Who has several licences names the shop. */
  renew(cardId: string, shop?: RegExp): Promise<void>
}

export const dockCall = async (
  path: string,
  body?: object,
  agent = inject('house').agent,
): Promise<Record<string, unknown>> => {
  const response = await fetch(
    `${agent}/dock/api/${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  )
  if (!response.ok) throw new Error(`dock ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

export async function visit(
  browser: Browser,
  options: { elder?: boolean; agent?: string; server?: string } = {},
): Promise<Visitor> {
  const agent = options.agent ?? inject('house').agent
  await dockCall('card', { cardId: null }, agent)
  await dockCall('fault', { reader: 'none', printer: 'none', network: 'pass' }, agent)
  await readerEmpty(agent)
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  // A card that lies there before the page has heard of the devices begins nothing: it may be a forgotten one.
  const heard = page.waitForResponse(reply => new URL(reply.url()).pathname === deviceRoutes.events.url)
  await page.goto(`${agent}/kiosk/`)
  await heard
  let taps = 0
  const visitor: Visitor = {
    page,
    taps: () => taps,
    press: async name => {
      taps += 1
      await page.getByRole('button', { name }).first().click()
    },
    lay: async cardId => void (await dockCall('card', { cardId }, agent)),
    fault: async fault => void (await dockCall('fault', fault, agent)),
    heading: async text => page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: 30_000 }),
    sign: async () => {
      taps += 1
      await writeName(page)
    },
    proveByCode: async () => {
      await visitor.press(/^短信验证码/)
      await visitor.typeCode()
    },
    typeCode: async () => {
      await visitor.heading(/六位验证码/)
      for (const digit of await codeOnPhone(await page.getByRole('main').innerText(), options.server))
        await visitor.press(new RegExp(`^${digit}$`))
    },
    shot: name => keepPicture(page, name),
    fillIn: async (cardId, shop) => {
      await visitor.press(/延续许可证/)
      await visitor.lay(cardId)
      if (shop) await visitor.press(shop)
      await visitor.press('都对，继续')
      await visitor.press(/不用送/)
      await visitor.press('是，没有变')
      await visitor.press('我同意')
      await visitor.sign()
    },
    renew: async (cardId, shop) => {
      await visitor.fillIn(cardId, shop)
      await visitor.press('提交申请')
    },
  }
  if (options.elder) await visitor.press(/长辈版/)
  return visitor
}

/** The reader is looked at a few times a second: a card changed between two looks would be the old one still. */
async function readerEmpty(agent: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const { reader } = (await (await fetch(`${agent}${deviceRoutes.state.url}`)).json()) as DeviceState
    if (reader === 'ready') return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the card reader is not ready')
}

/** The newest code that reached the number whose mask stands on the page. */
async function codeOnPhone(page: string, server = inject('house').server): Promise<string> {
  const tail = /\*{7}(\d{4})/.exec(page)?.[1] ?? 'no mask on the page'
  for (let look = 0; look < 60; look += 1) {
    const { messages } = (await (await fetch(`${server}/api/demo/phone`)).json()) as {
      messages: { phone: string; text: string }[]
    }
    const own = messages.find(({ phone, text }) => phone.endsWith(tail) && text.includes('核对您本人'))
    const code = /验证码 (\d{6})/.exec(own?.text ?? '')?.[1]
    if (code) return code
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error('no code arrived')
}
