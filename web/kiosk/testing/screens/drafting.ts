import type { Page } from 'playwright-core'
import type { FakeAgent } from '../fake-agent.ts'
import { layCard, press, type ScreenCase, toService } from './walk.ts'

const toDrafts = async (page: Page, agent: FakeAgent) => {
  await layCard(page, agent)
  await press(page, '继续没办完的')
}
const toCode = async (page: Page, agent: FakeAgent) => {
  await toDrafts(page, agent)
  await press(page, '输入草稿码')
}
const toHelper = async (page: Page, agent: FakeAgent) => {
  await layCard(page, agent)
  await press(page, '帮办员在场')
}

/** Drafts that go on elsewhere or here, and the helper beside. */
export const drafting: readonly ScreenCase[] = [
  {
    name: 'saved',
    heading: /已经保存/,
    reach: async (page, agent) => {
      await toService('suspend', /停业、恢复营业/, /^停业/)(page, agent)
      await press(page, '保存，换个地方继续')
    },
  },
  { name: 'drafts', heading: /继续办哪一件/, reach: toDrafts },
  { name: 'draftCode', heading: /请输入草稿码/, reach: toCode },
  {
    name: 'draftCode-wrong',
    heading: /请输入草稿码/,
    reach: async (page, agent) => {
      await toCode(page, agent)
      for (const letter of 'AAAA2222') await page.getByRole('button', { name: letter, exact: true }).click()
      await press(page, '继续办理')
      await page.getByText('草稿码不对').waitFor()
    },
  },
  {
    name: 'draft-elsewhere',
    heading: /新办许可证不能在这台机器上/,
    world: world => {
      world.draftService = 'issue'
    },
    reach: async (page, agent) => {
      await toDrafts(page, agent)
      await press(page, /ABCD 2345/)
    },
  },
  { name: 'helperCode', heading: /请帮办员输入到场码/, reach: toHelper },
]
