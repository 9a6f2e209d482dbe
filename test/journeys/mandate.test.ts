import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { cardOf } from './counter.ts'
import { officer, openFile } from './desk.ts'
import { takePhone } from './phone.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const day = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString()

describe('somebody else for the holder, on the own telephone', () => {
  it('is named by the holder, acts as himself and only in what was named; the holder sees what was done, and ends it', async () => {
    const holder = await takePhone(browser)
    await holder.open('/me/mandates')
    await holder.signInByIdentity('阮秀珍')
    await holder.press('委托一个人')
    await holder.page.getByLabel('代理人姓名').fill('阮志豪')
    await holder.page.getByLabel('代理人身份证号码').fill(cardOf('agent').idNo)
    await holder.press(/停业/)
    await holder.page.getByLabel('从哪天起').fill(day(0))
    await holder.page.getByLabel('到哪天为止').fill(day(30))
    await holder.page.locator('canvas').scrollIntoViewIfNeeded()
    await holder.sign()
    await holder.press('签名并委托')
    await holder.page.getByText('已经委托。').waitFor()

    const agent = await takePhone(browser)
    await agent.open('/me/mandates')
    await agent.signInByIdentity('阮志豪')
    await agent.page.getByText('持证人：阮**').waitFor()
    await agent.shot('phone-mandate-held')
    expect(await agent.sound()).toEqual([])
    await agent.page.getByRole('link', { name: '替他办停业' }).click()
    await agent.heading('请核对持证人的许可证')
    await agent.page.getByText(/您在替阮\*\*办理/).waitFor()
    await agent.shot('phone-agent-facts')
    expect(await agent.sound()).toEqual([])
    await agent.press('都对，继续')
    await agent.press(/明天/)
    await agent.press(/1个月/)
    // The holder's number is on file: no word about it, and nothing kept for later in the holder's place.
    await agent.press(/店面装修/)
    await agent.finish()
    await agent.heading(/申请已经收到/)
    const number = /R\d{8}-\d{6}/.exec(await agent.page.getByRole('main').innerText())?.[0] ?? ''
    const other = agent.page.url().replace('/suspend', '/close')

    await holder.open('/me/mandates')
    await holder.page.getByText(new RegExp(`办了停业（${number}）`)).waitFor()
    await holder.shot('phone-mandate-given')
    expect(await holder.sound()).toEqual([])
    const desk = await officer(browser, 'window2')
    await openFile(desk, number)
    await desk.getByText('代理人').first().waitFor()
    await desk.context().close()
    await holder.press('收回这份委托')
    await holder.press('确定收回')
    await holder.page.getByText('已经收回').waitFor()
    for (const address of [other, other.replace('/close', '/suspend')]) {
      await agent.page.goto(address)
      await agent.heading('没有可以用的委托')
    }
    await holder.page.context().close()
    await agent.page.context().close()
  })
})
