import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile } from './desk.ts'
import { takePhone } from './phone.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

describe('papers of an application', () => {
  it('asked for at the terminal, photographed with the own telephone into the same draft, lie before the officer', async () => {
    const visitor = await visit(browser)
    await visitor.press(/^变更/)
    await visitor.lay('renumbered')
    await visitor.press(/^只用身份证/)
    await visitor.press(/门牌号/)
    await visitor.press('选好了，继续')
    await visitor.press(/不在这里填/)
    await visitor.heading('请交这几份材料')
    await visitor.page.getByText('已有电子证照，不用交').waitFor()
    const words = await visitor.page.getByRole('region', { name: '草稿二维码' }).innerText()
    const code = /草稿码 ([2-9A-Z]{4}) ([2-9A-Z]{4})/u.exec(words)?.slice(1).join('') ?? ''
    await visitor.shot('kiosk-papers')

    const phone = await takePhone(browser)
    await phone.open(`/#draft=${code}`)
    await phone.signInByIdentity('邝月桂')
    await phone.press('都对，继续')
    await phone.heading('请交这几份材料')
    const door = phone.page.getByLabel('门牌证明：选择文件或者拍照')
    await door.setInputFiles({ name: '说明.html', mimeType: 'text/html', buffer: Buffer.from('<p>不是照片</p>') })
    await phone.page.getByText('这个文件不是照片，也不是 PDF。').waitFor()
    await door.setInputFiles('docs/screenshots/kiosk-home.png')
    await phone.page.getByText('已提交', { exact: true }).waitFor()
    await phone.page.getByText('网上提交').waitFor()
    await phone.shot('phone-documents')
    expect(await phone.sound()).toEqual([])
    await phone.page.context().close()

    // Nobody touches the terminal meanwhile: it sees what has come.
    await visitor.page.getByText('已提交', { exact: true }).waitFor()
    await visitor.press(/^继续$/)
    await visitor.press(/不用送/)
    await visitor.press('是，没有变')
    await visitor.sign()
    await visitor.press('我同意，提交申请')
    await visitor.heading(/申请已经收到/)
    const number = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText())?.[0] ?? ''
    await visitor.page.close()

    const desk = await officer(browser, 'window2')
    await openFile(desk, number)
    await desk.getByRole('button', { name: '看第 1 份' }).click()
    await desk.getByRole('img', { name: '门牌证明' }).scrollIntoViewIfNeeded()
    await keepPicture(desk, 'console-documents')
    await desk.context().close()
  })
})
