import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { visit } from './terminal.ts'

let browser: Browser
let window: Page
let reviewer: Page
beforeAll(async () => {
  browser = await openBrowser()
  window = await officer(browser, 'window2')
  reviewer = await officer(browser, 'reviewer')
})
afterAll(closePages)

it('a reviewer reads a paper before it is issued, asks for an opinion, and puts the file back to be claimed', async () => {
  const visitor = await visit(browser)
  await visitor.renew('several', /美玲超市/)
  await visitor.heading(/申请已经收到/)
  const number = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText())?.[0] ?? ''
  await visitor.page.close()
  await openFile(window, number)
  await window.getByRole('button', { name: '受理', exact: true }).first().click()
  await window.getByRole('button', { name: '预览文书' }).click()
  await window.getByRole('link', { name: '打开预览（新窗口）' }).waitFor()
  await window.getByRole('button', { name: '提交：受理' }).click()
  await openFile(reviewer, number)
  await takeStep(reviewer, '开始审核')
  await reviewer.getByText('承办人：您').waitFor()
  await reviewer.getByRole('button', { name: '请同事会签', exact: true }).click()
  const form = reviewer.getByRole('form', { name: '请同事会签' })
  await form.getByRole('checkbox').first().check()
  await form.getByRole('textbox').last().fill('请看距离怎样量。')
  expect(await axeFindings(reviewer)).toEqual([])
  await reviewer.getByRole('button', { name: '提交：请同事会签' }).click()
  await reviewer.getByText(/会签等待：/).waitFor()
  await takeStep(reviewer, '不再等待，结束会签', async end => end.getByRole('textbox').last().fill('期限将至。'))
  await takeStep(reviewer, '转办', async transfer => {
    await transfer.getByRole('radio', { name: '不指定，放回待认领' }).check()
    await transfer.getByRole('textbox').last().fill('外出培训。')
  })
  await reviewer.getByText('没有承办人', { exact: true }).waitFor()
})
