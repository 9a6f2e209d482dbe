import * as sample from '../sample.ts'
import {
  press,
  renewal,
  type ScreenCase,
  sign,
  toNotice,
  toPhone,
  toPhoneEntry,
  toSignature,
  twoLicences,
} from './walk.ts'

/** The questions of a renewal. */
export const asking: readonly ScreenCase[] = [
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
      world.sheet = sample.sheetAt({ window: 'late', lastTimelyDay: '2026-11-20' }, { outcome: 'person' })
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
]
