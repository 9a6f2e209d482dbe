import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { officer, openFile } from './desk.ts'
import { takePhone } from './phone.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('papers of an application', () => {
  it('are asked for on the telephone only where no register has them, and the officer sees them beside the rules', async () => {
    const phone = await takePhone(browser)
    await phone.open('/apply/change')
    await phone.signInByIdentity('邝月桂')
    await phone.press('都对，继续')
    await phone.press(/门牌号（店没搬）/)
    await phone.press('选好了，继续')
    await phone.page.getByLabel(/请填写/).fill('恩平市恩城街道第十八片区18号')
    await phone.press('选好了，继续')
    await phone.press(/不用送/)
    await phone.press('是，没有变')
    await phone.finish()
    await phone.heading(/申请已经收到/)
    const door = phone.page.getByLabel('门牌证明：选择文件或者拍照')
    await door.setInputFiles({ name: '说明.html', mimeType: 'text/html', buffer: Buffer.from('<p>不是照片</p>') })
    await phone.page.getByText('这个文件不是照片，也不是 PDF。').waitFor()
    await door.setInputFiles('docs/screenshots/kiosk-home.png')
    await phone.page.getByText('已提交', { exact: true }).waitFor()
    await phone.press('看一看')
    await phone.page.getByRole('img', { name: '门牌证明' }).waitFor()
    await phone.press('收起')
    await phone.page.getByRole('heading', { name: '材料' }).scrollIntoViewIfNeeded()
    await phone.shot('phone-documents')
    expect(await phone.sound()).toEqual([])
    const number = /R\d{8}-\d{6}/.exec(await phone.page.getByRole('main').innerText())?.[0] ?? ''
    const desk = await officer(browser, 'window2')
    await openFile(desk, number)
    await desk.getByRole('button', { name: '看第 1 份' }).click()
    await desk.getByRole('img', { name: '门牌证明' }).waitFor()
    await desk.getByRole('img', { name: '门牌证明' }).scrollIntoViewIfNeeded()
    await desk.screenshot({ path: 'docs/screenshots/console-documents.png' })
    await phone.page.context().close()
    await desk.context().close()
  })
})
