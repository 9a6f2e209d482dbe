import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await behave('certificatesUrl', 'normal')
  await closePages()
})

/** Takes a simulated neighbour of the house away and brings it back. */
async function behave(setting: string, mode: 'normal' | 'down'): Promise<void> {
  const file = join(inject('house').dataFolder, 'simulators.json')
  const urls = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const body = JSON.stringify({ mode })
  await fetch(`${urls[setting]}/behaviour`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

describe('outside systems', () => {
  it('a renewal while the e-certificate library is away is taken in, says what was not checked, and is rated badly and followed up', async () => {
    await behave('certificatesUrl', 'down')
    const visitor = await visit(browser)
    await visitor.renew('library-away')
    await visitor.heading(/申请已经收到/)
    const main = visitor.page.getByRole('main')
    await main
      .getByText(/未能核对营业执照.*已转人工/)
      .first()
      .waitFor()
    await behave('certificatesUrl', 'normal')
    const said = await main.innerText()
    const number = /R\d{8}-\d{6}/.exec(said)?.[0] ?? ''
    const code = /查询码\s*([0-9A-Z]{6})/.exec(said)?.[1] ?? ''
    await visitor.page.close()

    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await phone.goto(`${inject('house').server}/p#${number}.${code}`)
    await phone.getByText(number).waitFor()
    expect(phone.url()).not.toContain(code)
    await phone.getByLabel('不满意', { exact: true }).check()
    await phone.getByLabel('办得慢').check()
    await keepPicture(phone, 'portal-rating', { fullPage: true })
    await phone.getByRole('button', { name: '提交评价' }).click()
    await phone.getByText(/已经收到您的评价.*以前联系您/).waitFor()

    const desk = await officer(browser, 'window2')
    await desk.goto(`${inject('house').server}/console/ratings`)
    const card = desk.getByRole('region', { name: number })
    await card.getByText('办得慢').waitFor()
    await card.getByRole('textbox').fill('电话回访：解释了核对营业执照要等证照库恢复，当事人理解。')
    await keepPicture(desk, 'console-ratings')
    await card.getByRole('button', { name: '记录回访' }).click()
    await card.waitFor({ state: 'detached' })
    await desk.goto(`${inject('house').server}/console/gateways`)
    await desk
      .getByRole('row', { name: /电子证照库（查证）/ })
      .getByText(/没有应答/)
      .waitFor()
    await keepPicture(desk, 'console-gateways')
  })
})
