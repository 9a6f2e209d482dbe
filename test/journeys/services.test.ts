import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { expectFile, numberOn } from './files.ts'
import { keepPicture } from './picture.ts'
import { type Visitor, visit } from './terminal.ts'

let browser: Browser
let visitor: Visitor
beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => visitor.page.close())
afterAll(closePages)

const stepUp = /\^(补办|歇业|变更)/

/** From the idle screen past the facts to the first question of the service itself. */
async function begin(cardId: string, ...choices: readonly (string | RegExp)[]): Promise<void> {
  await beginAs(cardId, choices, () => visitor.proveByCode())
}

async function beginAs(
  cardId: string,
  choices: readonly (string | RegExp)[],
  prove: () => Promise<void>,
): Promise<void> {
  visitor = await visit(browser)
  for (const choice of choices) await visitor.press(choice)
  await visitor.lay(cardId)
  // 核对本人 is chosen on the page of the facts: that tap confirms them too.
  if (choices.some(choice => stepUp.test(String(choice)))) await prove()
  else await visitor.press('都对，继续')
}

async function finish(): Promise<void> {
  await visitor.press('是，没有变')
  await visitor.press('我同意')
  await visitor.sign()
  await visitor.press('提交申请')
}

/** After 短信验证码: the message came to the number on file, so nobody asks whether it is right; the notice stands where it is signed. */
async function finishReached(): Promise<void> {
  await visitor.sign()
  await visitor.press('我同意，提交申请')
}

describe('the other services at the terminal', () => {
  it('停业: too short is told before anything is signed; a month is granted at once', async () => {
    await begin('business-ended', /停业、恢复营业/, /^停业/)
    await visitor.press(/明天/)
    await visitor.press(/1个月/)
    await visitor.shot('kiosk-suspend-reason')
    await visitor.press(/店面装修/)
    await finish()
    await visitor.heading(/准予停业/)
    await visitor.shot('kiosk-suspended')
    // From tomorrow: until then the licence is in force.
    const [from, to] = [Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 1 }), { months: 1 }]
    await expectFile(await numberOn(visitor.page), {
      ...{ state: 'granted', licenceState: 'valid', faces: 0 },
      suspendedTo: from.add(to).subtract({ days: 1 }).toString(),
      papers: ['suspendGrant'],
    })
    // The number and its code open the progress on any telephone.
    const words = await visitor.page.getByRole('main').innerText()
    const [, number = '', code = ''] = /(R\d{8}-\d{6})[\s\S]*查询码\s*([2-9A-Z]{6})/.exec(words) ?? []
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await phone.goto(`${inject('house').server}/p`)
    await phone.getByLabel('申请编号').fill(number)
    await phone.getByLabel(/查询码/).fill(code)
    await phone.getByRole('button', { name: '查询' }).click()
    await phone.getByText('准予', { exact: false }).first().waitFor()
    await keepPicture(phone, 'portal-progress')
    await phone.close()
  })

  it('恢复营业: nothing has changed, so the shop may trade from today', async () => {
    await begin('suspended', /停业、恢复营业/, /^恢复营业/)
    await visitor.press('都没有变')
    await finish()
    await visitor.heading(/准予恢复营业/)
    await expectFile(await numberOn(visitor.page), {
      ...{ state: 'granted', licenceState: 'valid' },
      papers: ['resumeGrant'],
    })
  })

  it('补办: the word of the holder is enough; the new one is printed', async () => {
    await begin('shared-address', /补办、歇业/, /^补办/)
    await visitor.press(/丢了/)
    await visitor.press(/正本和副本/)
    await visitor.press(/不用送/)
    await finishReached()
    await visitor.heading(/准予补办/)
    const wanted = { state: 'granted', licenceState: 'valid', faces: 1, papers: ['reissueGrant'] }
    await expectFile(await numberOn(visitor.page), wanted)
    await visitor.press('打印决定书')
    await visitor.heading(/取走文书/)
    await visitor.press('拿到了')
    await visitor.press('打印许可证')
    await visitor.press('拿到了')
    await visitor.heading('都办好了')
  })

  it('歇业: asked twice, then the licence is cancelled and nothing is left to print', async () => {
    await begin('shared-address-other', /补办、歇业/, /^歇业/)
    await visitor.press(/店不开了/)
    await visitor.shot('kiosk-close-final')
    await visitor.press('确定歇业')
    await finishReached()
    await visitor.heading(/准予歇业/)
    const wanted = { state: 'granted', licenceState: 'cancelled', faces: 0, papers: ['closeGrant'] }
    await expectFile(await numberOn(visitor.page), wanted)
    await visitor.press('退出')
  })

  it('变更: a new telephone is granted at once', async () => {
    await begin('rare-name', /^变更/)
    for (const digit of '13800138111') await visitor.press(new RegExp(`^${digit}$`))
    await visitor.press('选好了，继续')
    await visitor.shot('kiosk-sign-notice')
    await finishReached()
    await visitor.heading(/准予变更/)
    // The number is on file and not on the face, so no new one is printed.
    await expectFile(await numberOn(visitor.page), {
      ...{ state: 'granted', licenceState: 'valid', faces: 0, phone: '*******8111' },
      papers: ['changeGrant'],
    })
  })

  it('撤回: an application that waits for an officer is taken back, asked twice', async () => {
    // The card alone is enough to file: a person looks.
    await beginAs('near-school', [/^变更/], () => visitor.press(/^只用身份证/))
    await visitor.press('还有别的')
    await visitor.press(/经济类型/)
    await visitor.press('选好了，继续')
    await visitor.press('个人独资')
    await visitor.press(/不用送/)
    await visitor.press('是，没有变')
    await finishReached()
    await visitor.heading(/申请已经收到/)
    const number = await numberOn(visitor.page)
    await expectFile(number, { state: 'submitted', licenceState: 'valid', faces: 0 })
    await visitor.press('退出')
    await visitor.page.close()
    visitor = await visit(browser)
    await visitor.press(/查询打印/)
    await visitor.lay('near-school')
    await visitor.press('撤回申请')
    await visitor.shot('kiosk-withdraw')
    await visitor.press('确定撤回')
    await visitor.heading('申请已经撤回')
    await expectFile(number, { state: 'withdrawn', licenceState: 'valid', faces: 0 })
  })

  it('变更: a new name goes to an officer, who sees what stands now, and grants it', async () => {
    await begin('renamed', /^变更/)
    await visitor.press(/店名/)
    await visitor.press('选好了，继续')
    await visitor.shot('kiosk-change-name')
    await visitor.press(/营业执照上是这样/)
    await visitor.press(/送到店里/)
    await finishReached()
    await visitor.heading(/申请已经收到/)
    const number = await numberOn(visitor.page)
    await expectFile(number, { state: 'submitted', faces: 0 })
    const opinion = (text: string) => async (form: ReturnType<typeof visitor.page.getByRole>) =>
      form.getByRole('textbox').last().fill(text)
    const window = await officer(browser, 'window2')
    await openFile(window, number)
    await window.getByText('→').first().waitFor()
    await keepPicture(window, 'console-change')
    await takeStep(window, '受理')
    const reviewer = await officer(browser, 'reviewer2')
    await openFile(reviewer, number)
    await takeStep(reviewer, '开始审核')
    await takeStep(reviewer, '拟准予变更', opinion('与营业执照一致，拟准予变更。'))
    const head = await officer(browser, 'decider2')
    await openFile(head, number)
    await takeStep(head, '准予变更', opinion('同意。'))
    await head.getByText('准予变更决定书').first().waitFor()
    await expectFile(number, { state: 'granted', shopName: expect.stringContaining('家俊生活超市'), faces: 1 })
  })

  it('自动准予 is stopped by the head and begins again', async () => {
    visitor = await visit(browser)
    const head = await officer(browser, 'head')
    await head.getByRole('link', { name: '自动准予' }).click()
    await head.getByLabel('停用的原因').fill('发现学校坐标有误，先由人工核对。')
    await head.getByRole('button', { name: '立即停用' }).click()
    await head.getByText('已停用：全部事项').waitFor()
    await keepPicture(head, 'console-automatic')
    await head.getByRole('button', { name: '恢复自动准予' }).click()
    await head.getByText('正常，没有停用').waitFor()
  })
})
