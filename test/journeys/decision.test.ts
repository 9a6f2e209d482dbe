import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
let window: Page
let reviewer: Page
let decider: Page
beforeAll(async () => {
  browser = await openBrowser()
  window = await officer(browser, 'verifier.shahu')
  reviewer = await officer(browser, 'reviewer')
  decider = await officer(browser, 'decider')
})
afterAll(closePages)

/** Files at the terminal and is accepted at the window; gives the number. */
async function accepted(cardId: string): Promise<string> {
  const visitor = await visit(browser)
  await visitor.renew(cardId)
  await visitor.heading(/申请已经收到/)
  const number = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText())?.[0] ?? ''
  await visitor.page.close()
  await openFile(window, number)
  await takeStep(window, '受理')
  return number
}

const opinion = (text: string) => async (form: ReturnType<Page['getByRole']>) =>
  form.getByRole('textbox').last().fill(text)
const ground = (item: RegExp, text: string) => async (form: ReturnType<Page['getByRole']>) => {
  await form.getByRole('checkbox', { name: item }).check()
  await opinion(text)(form)
}

describe('a decision by two people', () => {
  it('grants: the reviewer proposes and cannot decide, the decider does, and the licence is renewed', async () => {
    const number = await accepted('stale-check')
    await openFile(reviewer, number)
    await takeStep(reviewer, '开始审核')
    await takeStep(reviewer, '拟准予延续', opinion('实地核查符合条件，拟准予延续。'))
    await expect.poll(() => reviewer.getByRole('button', { name: '准予延续', exact: true }).isDisabled()).toBe(true)
    await openFile(decider, number)
    await takeStep(decider, '准予延续', opinion('同意。'))
    await decider.getByText('准予延续决定书').first().waitFor()
    const licenceNo = /\b440785\d{6}\b/.exec(await decider.getByRole('main').innerText())?.[0]
    const reply = await fetch(`${inject('house').server}/api/licensing/verification/${licenceNo}`)
    expect(await reply.json()).toMatchObject({ state: 'valid', currentVersion: 2 })
  })

  it('refuses only after the applicant was told and heard, with grounds, a document and a person’s name', async () => {
    const number = await accepted('open-case')
    await openFile(reviewer, number)
    await takeStep(reviewer, '开始审核')
    await expect.poll(() => reviewer.getByRole('button', { name: '拟不予延续', exact: true }).isDisabled()).toBe(true)
    await takeStep(reviewer, '告知陈述申辩的权利', ground(/^11\./, '有未结案件，情节严重。'))
    await takeStep(reviewer, '记录陈述申辩', async form => {
      await form.getByRole('radio', { name: /作了陈述/ }).check()
      await form.getByRole('textbox').last().fill('申请人说明案件尚在调查。')
    })
    await takeStep(reviewer, '拟不予延续', ground(/^11\./, '已听取陈述申辩，理由不成立。'))
    await openFile(decider, number)
    await takeStep(decider, '不予延续', opinion('同意不予延续。'))
    await decider.getByText('不予延续决定书').first().waitFor()
    await decider.getByText('审批 周立').first().waitFor()
    await keepPicture(decider, 'console-denied')
  })
})
