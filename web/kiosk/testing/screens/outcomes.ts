import type { World } from '../fake-agent.ts'
import * as sample from '../sample.ts'
import { press, renewal, type ScreenCase, sign, toResult, toSignature } from './walk.ts'

const cannot = (
  name: string,
  heading: RegExp,
  finding: World['sheet']['findings'][number],
  early = false,
): ScreenCase => ({
  name,
  heading,
  world: world => {
    const findings = [finding, ...sample.passed]
    world.sheet = sample.sheetAt({ window: early ? 'early' : 'open' }, { outcome: 'stop', findings })
  },
  reach: renewal,
})

/** What came of a renewal, before and after it was sent. */
export const outcomes: readonly ScreenCase[] = [
  {
    name: 'submitting',
    heading: /正在提交/,
    reach: async (page, agent) => {
      await page.route('**/api/licensing/applications', () => {})
      await toResult(page, agent)
    },
  },
  { name: 'granted', heading: /准予延续/, reach: toResult },
  {
    name: 'granted-law',
    heading: /准予延续/,
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
]
