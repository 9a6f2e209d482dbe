import type { World } from '../fake-agent.ts'
import { h1, press, query, renewal, type ScreenCase, toPrinted, toResult, twoLicences } from './walk.ts'

const printed = (name: string, heading: RegExp, outcome: World['printOutcome']): ScreenCase => ({
  name,
  heading,
  world: world => {
    world.printOutcome = outcome
  },
  reach: toPrinted,
})

/** Looking up, paper, help, faults in between, and the end. */
export const leaving: readonly ScreenCase[] = [
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
  {
    name: 'takePaper-receipt',
    heading: /取走文书/,
    reach: async (page, agent) => {
      await toResult(page, agent)
      await press(page, '打印决定书')
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
