import type { World } from '../fake-agent.ts'
import { h1, layCard, press, renewal, type ScreenCase } from './walk.ts'

const closed = (name: string, heading: RegExp, change: Partial<World['device']>): ScreenCase => ({
  name,
  heading,
  world: world => Object.assign(world.device, change),
})

const resting = {
  opensAt: '08:30',
  closesAt: '17:30',
  idleSeconds: 60,
  voice: 'mandarin' as const,
  volume: 70,
  sleepPicture: 'welcome' as const,
  notice: '',
}
/** The day after the present one in China: closed now, whatever the hour. */
const tomorrowOnly = () => [new Date(Date.now() + 8 * 3_600_000).getUTCDay() + 1]

const cardTrouble = (code: string, heading: RegExp, status = 422): ScreenCase => ({
  name: code,
  heading,
  world: world => {
    world.refusals['card-session'] = { status, code }
  },
  reach: renewal,
})

/** The idle screen, what closes the machine, and the card. */
export const arriving: readonly ScreenCase[] = [
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
  closed('outsideHours', /现在不在开放时间/, { settings: { ...resting, openDays: [] } }),
  {
    name: 'outsideHours-nearby',
    heading: /现在不在开放时间/,
    world: world => Object.assign(world.device, { settings: { ...resting, openDays: tomorrowOnly() } }),
  },
  {
    name: 'outsideHours-later',
    heading: /开放时间已经过了/,
    reach: async (page, agent) => {
      await layCard(page, agent)
      await h1(page, /您要办什么/)
      agent.device({ settings: { ...resting, openDays: [] } })
      await page.waitForTimeout(100)
      await press(page, /延续许可证/)
    },
  },
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
]
