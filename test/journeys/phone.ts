import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { writeName } from './pen.ts'
import { keepPicture } from './picture.ts'

/** A retailer with a telephone of 390 × 844: the real portal in a real browser; SMS and unified identity are simulated. */
export interface Phone {
  readonly page: Page
  open(path: string): Promise<void>
  press(name: string | RegExp): Promise<void>
  heading(text: string | RegExp): Promise<void>
  /** By a code to the number of a made-up person. */
  signInByCode(person: string): Promise<void>
  /** At the unified identity, chosen from its list. */
  signInByIdentity(person: string): Promise<void>
  sign(): Promise<void>
  /** From the notice to the result. */
  finish(): Promise<void>
  shot(name: string): Promise<void>
  /** axe-core, and no scrolling sideways. */
  sound(): Promise<string[]>
}

export async function takePhone(
  browser: Browser,
  options: { server?: string; viewport?: { width: number; height: number }; scale?: number } = {},
): Promise<Phone> {
  const server = options.server ?? inject('house').server
  const viewport = options.viewport ?? { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, hasTouch: true, deviceScaleFactor: options.scale ?? 1 })
  const page = await context.newPage()
  const phone: Phone = {
    page,
    open: async path => void (await page.goto(server + path)),
    press: async name => page.getByRole('button', { name }).first().click(),
    heading: async text => page.getByRole('heading', { level: 1, name: text }).waitFor(),
    signInByCode: async person => {
      const number = await numberOf(person)
      const before = await newestCode(number)
      await page.getByLabel('许可证登记的手机号').fill(number)
      await phone.press('获取验证码')
      await page.getByLabel('6 位验证码').fill(await nextCode(number, before))
      await phone.press('登录')
    },
    signInByIdentity: async person => {
      await phone.press('统一身份认证')
      await page
        .getByRole('link', { name: new RegExp(person) })
        .first()
        .click()
    },
    sign: () => writeName(page),
    finish: async () => {
      await phone.press('我同意')
      await phone.sign()
      await phone.press('提交申请')
    },
    shot: name => keepPicture(page, name),
    sound: async () => {
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      return [...(await axeFindings(page)), ...(wide ? ['the page scrolls sideways'] : [])]
    },
  }
  return phone
}

interface Telephone {
  people: { name: string; phone: string }[]
  messages: { phone: string; text: string }[]
}

const demo = async (): Promise<Telephone> =>
  (await (await fetch(`${inject('house').server}/api/demo/phone`)).json()) as Telephone

async function numberOf(person: string): Promise<string> {
  const found = (await demo()).people.find(({ name }) => name === person)
  if (!found) throw new Error(`${person} has no number`)
  return found.phone
}

const inbox = async (number: string): Promise<string[]> =>
  (await demo()).messages.filter(({ phone }) => phone === number).map(({ text }) => text)

/** Compared by its words: the telephone shows the last messages only, so their number need not grow. */
const newestCode = async (number: string): Promise<string | undefined> =>
  (await inbox(number)).find(text => /验证码 \d{6}/u.test(text))

/** The message comes by a job; the telephone is looked at until it is there. */
async function nextCode(number: string, before: string | undefined): Promise<string> {
  for (let look = 0; look < 300; look += 1) {
    const text = await newestCode(number)
    const code = /验证码 (\d{6})/u.exec(text ?? '')?.[1]
    if (text !== before && code !== undefined) return code
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`no code came to ${number}`)
}
