import type { Page } from 'playwright-core'
import type { ServiceSheet } from '#contract/licensing'
import type { FakeAgent, World } from '../fake-agent.ts'
import * as sample from '../sample.ts'

/** How to bring a fresh terminal to one screen. */
export interface ScreenCase {
  readonly name: string
  /** The heading that says we are there. */
  readonly heading: RegExp
  readonly world?: (world: World) => void
  readonly reach?: (page: Page, agent: FakeAgent) => Promise<void>
}

/** By script: many screens are walked to, and waiting for steady frames at each tap would take most of the time. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click())
export const h1 = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor()

export const layCard = async (_: Page, agent: FakeAgent) => agent.device({ reader: 'cardPresent' })

/** From the idle screen to the first page of a service. */
const begin = (service: '延续许可证' | '查询打印') => async (page: Page, agent: FakeAgent) => {
  await press(page, new RegExp(service))
  await layCard(page, agent)
}
export const renewal = begin('延续许可证')
export const query = begin('查询打印')

export const sign = async (page: Page): Promise<void> => {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no canvas')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  for (const [from, to] of [
    [at(0.2, 0.2), at(0.45, 0.75)],
    [at(0.45, 0.25), at(0.25, 0.8)],
    [at(0.6, 0.2), at(0.8, 0.7)],
  ] as const) {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 6 })
    await page.mouse.up()
  }
}

export const toDeliver = async (page: Page, agent: FakeAgent) => {
  await renewal(page, agent)
  await press(page, '都对，继续')
}
export const toPhone = async (page: Page, agent: FakeAgent) => {
  await toDeliver(page, agent)
  await press(page, /不用送/)
}

/** To the first own question of a service behind an offer, and of a pair where there is one. */
export const toService =
  (service: ServiceSheet['service'], offer: RegExp, ofPair?: RegExp) => async (page: Page, agent: FakeAgent) => {
    agent.world.sheet = sample.sheetOf(service)
    await press(page, offer)
    if (ofPair) await press(page, ofPair)
    await layCard(page, agent)
    // 加强核验 with the facts: the card alone is the shortest of the equal ways.
    await press(page, ['change', 'reissue', 'close'].includes(service) ? /^只用身份证/ : '都对，继续')
  }
export const toPhoneEntry = async (page: Page, agent: FakeAgent) => {
  await toPhone(page, agent)
  await press(page, '换了号码')
}
export const toNotice = async (page: Page, agent: FakeAgent) => {
  await toPhone(page, agent)
  await press(page, '是，没有变')
}
export const toSignature = async (page: Page, agent: FakeAgent) => {
  await toNotice(page, agent)
  await press(page, '我同意')
}
export const toResult = async (page: Page, agent: FakeAgent): Promise<void> => {
  await toSignature(page, agent)
  await sign(page)
  await press(page, '提交申请')
}
export const toPrinted = async (page: Page, agent: FakeAgent) => {
  await toResult(page, agent)
  await press(page, '打印许可证')
}

export const twoLicences = (world: World): void => {
  world.licences = [sample.licence, sample.secondLicence]
}

/** Opens a fresh page at the idle screen and walks to the case. */
export async function open(page: Page, agent: FakeAgent, screen: ScreenCase): Promise<void> {
  screen.world?.(agent.world)
  await page.goto(agent.url)
  if (screen.reach) await h1(page, '请选择要办的事')
  await screen.reach?.(page, agent)
  if (screen.name === 'countdown') return
  await h1(page, screen.heading)
}
