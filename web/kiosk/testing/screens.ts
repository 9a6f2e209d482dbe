import type { Page } from 'playwright-core'
import type { FakeAgent, World } from './fake-agent.ts'
import * as sample from './sample.ts'

/** How to bring a fresh terminal to one screen. */
export interface ScreenCase {
  readonly name: string
  /** The heading that says we are there. */
  readonly heading: RegExp
  readonly world?: (world: World) => void
  readonly reach?: (page: Page, agent: FakeAgent) => Promise<void>
}

/** By script: many screens are walked to, and waiting for steady frames at each tap would take most of the time. */
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).evaluate((button: HTMLElement) => button.click())
const h1 = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor()

const layCard = async (_: Page, agent: FakeAgent) => agent.device({ reader: 'cardPresent' })

/** From the idle screen to the first page of a service. */
const begin = (service: '延续许可证' | '查询打印') => async (page: Page, agent: FakeAgent) => {
  await press(page, new RegExp(service))
  await layCard(page, agent)
}
const renewal = begin('延续许可证')
const query = begin('查询打印')

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

const toPhone = async (page: Page, agent: FakeAgent) => {
  await renewal(page, agent)
  await press(page, '都对，继续')
}
const toPhoneEntry = async (page: Page, agent: FakeAgent) => {
  await toPhone(page, agent)
  await press(page, '换了号码')
}
const toNotice = async (page: Page, agent: FakeAgent) => {
  await toPhone(page, agent)
  await press(page, '是，没有变')
}
const toSignature = async (page: Page, agent: FakeAgent) => {
  await toNotice(page, agent)
  await press(page, '我同意')
}
export const toResult = async (page: Page, agent: FakeAgent): Promise<void> => {
  await toSignature(page, agent)
  await sign(page)
  await press(page, '提交申请')
}
const toPrinted = async (page: Page, agent: FakeAgent) => {
  await toResult(page, agent)
  await press(page, '打印许可证')
}

const closed = (name: string, heading: RegExp, change: Partial<World['device']>): ScreenCase => ({
  name,
  heading,
  world: world => Object.assign(world.device, change),
})

const cardTrouble = (code: string, heading: RegExp, status = 422): ScreenCase => ({
  name: code,
  heading,
  world: world => {
    world.refusals['card-session'] = { status, code }
  },
  reach: renewal,
})

const cannot = (
  name: string,
  heading: RegExp,
  finding: World['sheet']['findings'][number],
  early = false,
): ScreenCase => ({
  name,
  heading,
  world: world => {
    world.sheet = {
      ...world.sheet,
      outcome: 'stop',
      findings: [finding, ...sample.passed],
      window: early ? 'early' : 'open',
    }
  },
  reach: renewal,
})

const printed = (name: string, heading: RegExp, outcome: World['printOutcome']): ScreenCase => ({
  name,
  heading,
  world: world => {
    world.printOutcome = outcome
  },
  reach: toPrinted,
})

const twoLicences = (world: World) => {
  world.licences = [sample.licence, sample.secondLicence]
}

/** Every screen of the terminal, named. */
export const screens: readonly ScreenCase[] = [
  { name: 'home', heading: /请选择要办的事/ },
  {
    name: 'home-notice',
    heading: /请选择要办的事/,
    world: world => {
      Object.assign(world.device, {
        printer: { state: 'stopped', reasons: ['media-empty'] },
        notice: '11月25日（周三）上午停电检修，请下午再来办理。',
      })
    },
  },
  closed('notEnrolled', /还没有启用/, { uplink: 'notEnrolled' }),
  closed('terminalRevoked', /已经停用/, { uplink: 'revoked' }),
  closed('terminalFrozen', /暂停使用/, { uplink: 'frozen' }),
  closed('uplinkDown', /连不上服务器/, { uplink: 'offline' }),
  closed('readerAbsent', /读卡器没有接上/, { reader: 'absent' }),
  closed('storageFull', /暂时不能办新的事/, { storage: 'full' }),
  {
    name: 'agentLost',
    heading: /正在恢复/,
    reach: async page => {
      await page.route('**/device/events', route => route.abort())
      await page.reload()
    },
  },
  { name: 'layCard', heading: /请把身份证放在读卡区/, reach: page => press(page, /延续许可证/) },
  {
    name: 'layCard-reading',
    heading: /正在读身份证/,
    reach: async (page, agent) => {
      await page.route('**/device/card-session', () => {})
      await renewal(page, agent)
    },
  },
  {
    name: 'noCard',
    heading: /20 秒内没有读到/,
    world: world => {
      world.cardWait = 50
    },
    reach: page => press(page, /延续许可证/),
  },
  cardTrouble('cardUnreadable', /读不出来/),
  cardTrouble('cardPulled', /还没有读完/),
  cardTrouble('cardUnsupported', /只能读居民身份证/),
  cardTrouble('cardMalformed', /内容对不上/),
  cardTrouble('cardExpired', /已经过期/),
  cardTrouble('cardNotYetValid', /还没有到生效/),
  cardTrouble('holderUnderAge', /未满十八周岁/),
  {
    name: 'other-refusal',
    heading: /这张身份证今天已经换过三台机器/,
    world: world => {
      world.refusals['card-session'] = {
        status: 429,
        code: 'tooManyTerminals',
        title: '这张身份证今天已经换过三台机器办理',
        next: '请明天再来，或者到窗口办理。',
        basis: [{ citation: { instrument: 'GX', article: 51 }, text: '' }],
      }
    },
    reach: renewal,
  },
  { name: 'chooseService', heading: /您要办什么/, reach: layCard },
  {
    name: 'noLicence',
    heading: /名下没有本局发的许可证/,
    world: world => {
      world.licences = []
    },
    reach: renewal,
  },
  { name: 'chooseLicence', heading: /哪一张许可证/, world: twoLicences, reach: renewal },
  { name: 'facts', heading: /请核对您的许可证/, reach: renewal },
  {
    name: 'facts-late',
    heading: /请核对您的许可证/,
    world: world => {
      world.sheet = { ...world.sheet, window: 'late', outcome: 'person', lastTimelyDay: '2026-11-20' }
    },
    reach: renewal,
  },
  {
    name: 'facts-person',
    heading: /请核对您的许可证/,
    world: world => {
      world.sheet = { ...world.sheet, outcome: 'person' }
    },
    reach: renewal,
  },
  { name: 'phone', heading: /您现在的电话/, reach: toPhone },
  {
    name: 'phone-none',
    heading: /请留一个/,
    world: world => {
      world.sheet = { ...world.sheet, phoneMasked: null }
    },
    reach: toPhone,
  },
  { name: 'phoneEntry', heading: /新的电话号码/, reach: toPhoneEntry },
  {
    name: 'phoneEntry-wrong',
    heading: /新的电话号码/,
    reach: async (page, agent) => {
      await toPhoneEntry(page, agent)
      for (const digit of '1380013') await page.getByRole('button', { name: digit, exact: true }).click()
      await press(page, '就用这个')
      await page.getByText('电话号码不对').waitFor()
    },
  },
  { name: 'notice', heading: /告知书/, reach: toNotice },
  { name: 'signature', heading: /签上您的名字/, reach: toSignature },
  {
    name: 'signature-signed',
    heading: /签上您的名字/,
    reach: async (page, agent) => {
      await toSignature(page, agent)
      await sign(page)
    },
  },
  {
    name: 'signature-missing',
    heading: /签上您的名字/,
    reach: async (page, agent) => {
      await toSignature(page, agent)
      await press(page, '提交申请')
      await page.getByText('还没有签名').waitFor()
    },
  },
  {
    name: 'submitting',
    heading: /正在提交/,
    reach: async (page, agent) => {
      await page.route('**/api/licensing/applications', () => {})
      await toResult(page, agent)
    },
  },
  { name: 'granted', heading: /许可证已延续至/, reach: toResult },
  {
    name: 'granted-law',
    heading: /许可证已延续至/,
    reach: async (page, agent) => {
      await toResult(page, agent)
      await page.getByText('已经核对过的').click()
      await page.getByText('《行政许可法》第五十条第一款').click()
      await page.getByText('视为准予延续').waitFor()
    },
  },
  {
    name: 'person',
    heading: /由工作人员核对后决定/,
    world: world => {
      world.result = sample.forPerson
    },
    reach: toResult,
  },
  {
    name: 'stopped',
    heading: /没有再收一件/,
    world: world => {
      world.result = sample.stopped
    },
    reach: toResult,
  },
  cannot('cannot-early', /还没有到办理延续的时间/, sample.tooEarly, true),
  cannot('cannot-state', /现在的状态不能办/, sample.suspended),
  cannot('cannot-duplicate', /已经有一件在办/, sample.duplicate),
  {
    name: 'kept',
    heading: /已保存在本机，待上传/,
    reach: async (page, agent) => {
      await toSignature(page, agent)
      await sign(page)
      agent.world.serverGone = true
      await press(page, '提交申请')
    },
  },
  {
    name: 'actHeld',
    heading: /要由工作人员核对后处理/,
    world: world => {
      world.refusals['applications'] = { status: 422, code: 'actHeld' }
    },
    reach: toResult,
  },
  { name: 'chooseForQuery', heading: /您要查哪一张/, world: twoLicences, reach: query },
  { name: 'record', heading: /您的许可证/, reach: query },
  {
    name: 'printing',
    heading: /正在打印/,
    reach: async (page, agent) => {
      await page.route('**/device/prints', () => {})
      await toPrinted(page, agent)
    },
  },
  printed('takePaper', /取走许可证/, 'printed'),
  {
    name: 'takePaper-query',
    heading: /取走查询件/,
    reach: async (page, agent) => {
      await query(page, agent)
      await press(page, '打印查询件')
    },
  },
  printed('paperOut', /没有纸了/, 'paperOut'),
  printed('jam', /卡纸了/, 'jam'),
  printed('printerAbsent', /打印机没有接上/, 'printerAbsent'),
  printed('paperUnknown', /不知道纸有没有打出来/, 'unknown'),
  {
    name: 'pageMissing',
    heading: /没有取到要打印的内容/,
    reach: async (page, agent) => {
      await toResult(page, agent)
      agent.world.refusals['prints'] = { status: 422, code: 'pageMissing' }
      await press(page, '打印许可证')
    },
  },
  {
    name: 'paperMissing',
    heading: /您没有拿到纸/,
    reach: async (page, agent) => {
      await toPrinted(page, agent)
      await press(page, '没有拿到')
    },
  },
  {
    name: 'finished',
    heading: /都办好了/,
    reach: async (page, agent) => {
      await toPrinted(page, agent)
      await page.getByRole('button', { name: '拿到了', exact: true }).click()
    },
  },
  {
    name: 'answerUnknown',
    heading: /还不知道服务器有没有收到/,
    world: world => {
      world.refusals['renewal'] = { status: 503, code: 'answerUnknown' }
    },
    reach: renewal,
  },
  {
    name: 'sessionMissing',
    heading: /本次办理已经结束/,
    world: world => {
      world.refusals['renewal'] = { status: 401, code: 'sessionEnded' }
    },
    reach: renewal,
  },
  {
    name: 'surprise',
    heading: /这一步没有办成/,
    world: world => {
      world.refusals['renewal'] = { status: 500, code: 'surprise' }
    },
    reach: renewal,
  },
  {
    name: 'help-called',
    heading: /请核对您的许可证/,
    reach: async (page, agent) => {
      await renewal(page, agent)
      await h1(page, /请核对/)
      await press(page, '找人帮忙')
      await page.getByText('已经叫人').waitFor()
    },
  },
  {
    name: 'help-failed',
    heading: /请核对您的许可证/,
    world: world => {
      world.refusals['call-helper'] = { status: 503, code: 'uplinkDown' }
    },
    reach: async (page, agent) => {
      await renewal(page, agent)
      await h1(page, /请核对/)
      await press(page, '找人帮忙')
      await page.getByText('没有叫到').waitFor()
    },
  },
  {
    name: 'countdown',
    heading: /还在办吗|请核对您的许可证/,
    world: world => {
      world.idleSeconds = 20
    },
    reach: async (page, agent) => {
      await renewal(page, agent)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'goodbye',
    heading: /请拿走身份证/,
    reach: async (page, agent) => {
      await renewal(page, agent)
      await h1(page, /请核对/)
      await press(page, '退出')
    },
  },
]

/** Opens a fresh page at the idle screen and walks to the case. */
export async function open(page: Page, agent: FakeAgent, screen: ScreenCase): Promise<void> {
  screen.world?.(agent.world)
  await page.goto(agent.url)
  if (screen.reach) await h1(page, '请选择要办的事')
  await screen.reach?.(page, agent)
  if (screen.name === 'countdown') return
  await h1(page, screen.heading)
}
