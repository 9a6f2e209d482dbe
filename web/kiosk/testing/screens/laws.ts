import type { Page } from 'playwright-core'
import { press, type ScreenCase } from './walk.ts'

const toQuestion = async (page: Page) => {
  await press(page, '政策法规资讯')
  await press(page, '学法测验：做几道题')
  await press(page, /守法经营小测验/)
}

/** 政策法规资讯: a question with its answer, words on large keys, and a quiz. */
export const laws: readonly ScreenCase[] = [
  { name: 'law', heading: /大家常问什么/, reach: page => press(page, '政策法规资讯') },
  {
    name: 'law-answer',
    heading: /卖烟要办什么证/,
    reach: async page => {
      await press(page, '政策法规资讯')
      await press(page, '卖烟要办什么证？')
      await page.getByRole('region', { name: '《烟草专卖法》第十六条' }).waitFor()
    },
  },
  {
    name: 'law-found',
    heading: /“学校”最相近/,
    reach: async page => {
      await press(page, '政策法规资讯')
      await press(page, '按词查找')
      await press(page, '学校')
      await press(page, '查找')
      await page.getByRole('button', { name: /未成年人保护法 第五十九条/ }).waitFor()
    },
  },
  {
    name: 'quiz-question',
    heading: /未成年人来买烟/,
    reach: page => toQuestion(page),
  },
  {
    name: 'quiz-result',
    heading: /答对 0 题，共 1 题/,
    reach: async page => {
      await toQuestion(page)
      await press(page, '看着像成年就卖')
    },
  },
]
