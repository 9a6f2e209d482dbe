import { press, query, type ScreenCase, toDeliver, toService } from './walk.ts'

const toSuspend = toService('suspend', /停业、恢复营业/, /^停业/)
const toChange = toService('change', /^变更/)

/** The questions of the other services; one question a screen, from their definitions. */
export const services: readonly ScreenCase[] = [
  {
    name: 'pair-pause',
    heading: /您要办哪一件/,
    reach: page => press(page, /停业、恢复营业/),
  },
  {
    name: 'pair-paper',
    heading: /您要办哪一件/,
    reach: page => press(page, /补办、歇业/),
  },
  {
    name: 'withdraw',
    heading: /要撤回延续申请吗/,
    reach: async (page, agent) => {
      await query(page, agent)
      await press(page, '撤回申请')
    },
  },
  {
    name: 'withdrawn',
    heading: /申请已经撤回/,
    reach: async (page, agent) => {
      await query(page, agent)
      await press(page, '撤回申请')
      await press(page, '确定撤回')
    },
  },
  { name: 'deliver', heading: /纸质许可证怎么给您/, reach: toDeliver },
  { name: 'suspend-from', heading: /从哪一天开始停业/, reach: toSuspend },
  {
    name: 'suspend-month',
    heading: /从哪一天开始停业/,
    reach: async (page, agent) => {
      await toSuspend(page, agent)
      await press(page, /选别的日子/)
      await page.getByText('2026年11月', { exact: true }).waitFor()
    },
  },
  {
    name: 'suspend-to',
    heading: /停业到哪一天/,
    reach: async (page, agent) => {
      await toSuspend(page, agent)
      await press(page, /明天/)
    },
  },
  {
    name: 'suspend-reason',
    heading: /为什么停业/,
    reach: async (page, agent) => {
      await toSuspend(page, agent)
      await press(page, /明天/)
      await press(page, /1个月/)
    },
  },
  { name: 'resume', heading: /原来的地方/, reach: toService('resume', /停业、恢复营业/, /恢复营业.*停业结束/) },
  { name: 'reissue-cause', heading: /许可证怎么了/, reach: toService('reissue', /补办、歇业/, /^补办/) },
  {
    name: 'close-final',
    heading: /为什么歇业/,
    reach: async (page, agent) => {
      await toService('close', /补办、歇业/, /^歇业/)(page, agent)
      await press(page, /店不开了/)
      await page.getByRole('button', { name: /店不开了/, pressed: true }).waitFor()
    },
  },
  {
    name: 'close-sign',
    heading: /看告知书并签名/,
    reach: async (page, agent) => {
      await toService('close', /补办、歇业/, /^歇业/)(page, agent)
      await press(page, /店不开了/)
      await press(page, /确定歇业/)
      await press(page, '是，没有变')
    },
  },
  { name: 'change-items', heading: /哪些变了/, reach: toChange },
  {
    name: 'change-more',
    heading: /哪些变了/,
    reach: async (page, agent) => {
      await toChange(page, agent)
      await press(page, '还有别的')
      await page.getByText('店搬了').waitFor()
    },
  },
  {
    name: 'change-name',
    heading: /新的店名/,
    reach: async (page, agent) => {
      await toChange(page, agent)
      await press(page, /店名$/)
      await press(page, '选好了，继续')
    },
  },
  {
    name: 'change-phone-wrong',
    heading: /哪些变了/,
    reach: async (page, agent) => {
      await toChange(page, agent)
      for (const digit of '1380013') await press(page, new RegExp(`^${digit}$`))
      await press(page, '选好了，继续')
      await page.getByText('电话号码不对').waitFor()
    },
  },
  {
    name: 'papers',
    heading: /请交这几份材料/,
    reach: async (page, agent) => {
      await toChange(page, agent)
      await press(page, /门牌号/)
      await press(page, '选好了，继续')
      await press(page, /不在这里填/)
      await page.getByRole('img', { name: '草稿二维码' }).waitFor()
      await page.getByText('门牌证明').waitFor()
    },
  },
  {
    name: 'cannot-like-this',
    heading: /这样选不能办/,
    reach: async (page, agent) => {
      await toChange(page, agent)
      await press(page, '还有别的')
      await press(page, /店搬了/)
      await press(page, '选好了，继续')
    },
  },
]
