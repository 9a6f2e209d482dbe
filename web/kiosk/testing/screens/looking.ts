import type { Page } from 'playwright-core'
import { press, type ScreenCase } from './walk.ts'

const toNumber = async (page: Page) => {
  await press(page, /查询打印/)
  await press(page, '按编号查进度')
}
const type = async (page: Page, letters: string) => {
  for (const letter of letters) await press(page, new RegExp(`^${letter}$`))
}

/** 办件进度 by the number and code of the receipt, without a card. */
export const looking: readonly ScreenCase[] = [
  { name: 'progress-offered', heading: /请把身份证放在读卡区/, reach: page => press(page, /查询打印/) },
  {
    name: 'progress-number',
    heading: /请输入申请编号/,
    reach: async page => {
      await toNumber(page)
      await press(page, '输好了，继续')
      await page.getByText('申请编号是十四位数字').waitFor()
    },
  },
  {
    name: 'progress-found',
    heading: /变更：审核中/,
    reach: async page => {
      await toNumber(page)
      await type(page, '20261123000018')
      await press(page, '输好了，继续')
      await type(page, 'K7M4QX')
      await press(page, '查询')
    },
  },
]
