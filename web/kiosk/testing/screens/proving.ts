import type { Page } from 'playwright-core'
import type { FakeAgent, World } from '../fake-agent.ts'
import * as sample from '../sample.ts'
import { layCard, press, type ScreenCase } from './walk.ts'

const withPortrait = (world: World): void => {
  world.face.portrait = { image: '', challengeSimulated: false }
}

const toProof = async (page: Page, agent: FakeAgent) => {
  agent.world.sheet = sample.sheetOf('close')
  await press(page, /补办、歇业/)
  await press(page, /^歇业/)
  await layCard(page, agent)
}
const toCode = async (page: Page, agent: FakeAgent) => {
  await toProof(page, agent)
  await press(page, /^短信验证码/)
}
const toTerms = async (page: Page, agent: FakeAgent) => {
  await toProof(page, agent)
  await press(page, /^刷脸核对/)
}

/** A camera that shows a grey wall: the page is what is looked at here, the comparison has its own test. */
const greyCamera = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
    const getUserMedia = () => Promise.resolve(canvas.captureStream(5))
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } })
  })

/** The part that looks through the camera, answering at once: its own test compares real faces. */
const seen = (result: 'passed' | 'grey' | 'failed'): ScreenCase => ({
  name: `face-${result}`,
  heading: { passed: /核对一致/, grey: /说不准/, failed: /没有核对上/ }[result],
  world: world => {
    withPortrait(world)
    world.face.result = result
  },
  reach: async (page, agent) => {
    const claim = JSON.stringify({ score: 0.5, challenge: 'passed', model: 'stand-in' })
    const body = `export const compareFace = async () => (${claim})`
    await page.route('**/assets/compare-*.js', route => route.fulfill({ contentType: 'text/javascript', body }))
    await toTerms(page, agent)
    await press(page, '同意，开始刷脸')
  },
})

/** 核对本人: the equal ways, the consent of its own, the camera, and what came out. */
export const proving: readonly ScreenCase[] = [
  { name: 'facts-proof', heading: /请核对您的许可证/, world: withPortrait, reach: toProof },
  { name: 'facts-proof-no-portrait', heading: /请核对您的许可证/, reach: toProof },
  { name: 'cardCode', heading: /六位验证码/, reach: toCode },
  {
    name: 'cardCode-wrong',
    heading: /六位验证码/,
    world: world => {
      world.refusals['proof'] = { status: 409, code: 'cardCodeWrong', title: '验证码不对，还可以试 4 次。' }
    },
    reach: async (page, agent) => {
      await toCode(page, agent)
      for (const digit of '123456') await press(page, digit)
      await page.getByText('还可以试 4 次').waitFor()
    },
  },
  {
    name: 'cardCode-phone-new',
    heading: /最近改的/,
    world: world => {
      world.refusals['card-codes'] = {
        status: 409,
        code: 'cardCodePhoneNew',
        title: '登记的号码是最近改的，满 7 天才能收验证码核对本人。',
        next: '请用别的办法核对，或者由工作人员核对；不影响您办事。',
      }
    },
    reach: toCode,
  },
  {
    name: 'proof-no-camera',
    heading: /怎样核对是您本人/,
    world: withPortrait,
    reach: async (page, agent) => {
      await toTerms(page, agent)
      await press(page, '同意，开始刷脸')
      await page.getByText('摄像头现在不能用').waitFor()
    },
  },
  {
    name: 'proof-withdrawn',
    heading: /怎样核对是您本人/,
    world: withPortrait,
    reach: async (page, agent) => {
      await toProof(page, agent)
      await press(page, '撤回刷脸同意')
      await page.getByText('已经撤回刷脸同意').waitFor()
    },
  },
  { name: 'faceTerms', heading: /刷脸之前/, world: withPortrait, reach: toTerms },
  {
    name: 'faceCamera',
    heading: /请看着摄像头/,
    world: world => {
      withPortrait(world)
      world.face.wait = 600_000
    },
    reach: async (page, agent) => {
      await greyCamera(page)
      await toTerms(page, agent)
      await press(page, '同意，开始刷脸')
    },
  },
  seen('passed'),
  seen('grey'),
  seen('failed'),
]
