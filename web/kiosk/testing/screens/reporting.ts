import type { Page } from 'playwright-core'
import { h1, press, type ScreenCase } from './walk.ts'

const toKnown = async (page: Page) => {
  for (const answer of ['举报违法线索', '假烟', '沙湖镇', '店里', '深夜']) await press(page, answer)
}
const toCheck = async (page: Page) => {
  await toKnown(page)
  await press(page, '知道粤牌车牌')
  await page.getByLabel('车牌').fill('J12345')
  await press(page, '输好了')
}

/** 举报: without a card, by choices, with a receipt. */
export const reporting: readonly ScreenCase[] = [
  { name: 'report', heading: /您要举报什么事/, reach: page => press(page, '举报违法线索') },
  {
    name: 'report-plate',
    heading: /请输入“粤”后面/,
    reach: async page => {
      await toKnown(page)
      await press(page, '知道粤牌车牌')
    },
  },
  { name: 'report-check', heading: /请核对，再提交/, reach: toCheck },
  {
    name: 'report-done',
    heading: /请记下回执号/,
    reach: async page => {
      await toCheck(page)
      await press(page, '提交举报')
      await h1(page, /请记下回执号/)
      await press(page, '打印回执')
    },
  },
]
