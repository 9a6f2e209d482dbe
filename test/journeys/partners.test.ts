import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { AgencyList } from '#contract/partners'
import { makeReceipt, verifyPackage } from '#modules/partners'
import { demoPackageKeys } from '../../town/partners.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

it('an item goes to the named contact within seconds, is answered, and whoever reaches beyond it is refused by name and reported', async () => {
  const { server } = inject('house')
  const partner = officer(browser, 'partner.police', { first: /收到的事项/, path: '/' })
  const desk = await officer(browser, 'analyst', { first: /发出一件/, path: '/partners/give' })
  await choose(desk.getByLabel('给谁'), '市公安局经侦大队（模拟） · 经侦 容志 联络员')
  const plate = `粤J·模${String(Date.now() % 1000).padStart(3, '0')}`
  await desk.getByRole('checkbox', { name: '说明' }).check()
  await desk.getByLabel('说明（填写）').fill('请核查这辆车（模拟数据）')
  await desk.getByRole('checkbox', { name: '车牌' }).check()
  await desk.getByLabel('车牌（填写）').fill(plate)
  await desk.getByRole('button', { name: '预览对方看到的' }).click()
  await desk.getByText('对方将看到，且只看到：').waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-partner-give')
  const page = await partner
  // Of the desk's pages a partner has its own and no other.
  const links = await page.getByRole('navigation').getByRole('link').allInnerTexts()
  expect(links).toContain('收到的事项')
  expect(links.filter(name => /线索|案件|零售户|终端|人员|协作单位/u.test(name))).toEqual([])
  await desk.getByRole('button', { name: '发出', exact: true }).click()
  const given = await desk.getByText(/^已发出 XZ-/).innerText()
  const no = /XZ-\d{4}-\d{6}/.exec(given)?.[0] ?? ''

  // It stands in the inbox without anybody asking again.
  await page.getByRole('link', { name: no }).click()
  await page.getByText(plate).waitFor()
  await page.getByRole('button', { name: '接收' }).click()
  await page.getByLabel('说明').fill('已核查，登记在模拟公司名下')
  await page.getByRole('button', { name: '答复' }).click()
  await page.getByText('已答复', { exact: true }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'console-partner-inbox')

  // What it opened stands in its log, and lies beside ours without a difference.
  await page.goto(`${server}/console/inbox`)
  const log = page.getByRole('region', { name: '读取记录和对账' })
  await log.getByText(no).first().waitFor()
  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    log.getByRole('button', { name: '存下这一天的记录' }).click(),
  ])
  await log.getByLabel(/报送贵单位自己的记录/).setInputFiles(await kept.path())
  await log.getByText(/全部一致/).waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.goto(`${server}/console/inbox/XZ-2026-999999`)
  await page.getByText('没有向贵单位放行这一件。').waitFor()
  const reply = await page.request.get(`${server}/api/partner/v1/items/${no}?fields=words,party`)
  expect([reply.status(), (await reply.json()).code]).toEqual([403, 'fieldNotReleased'])
  expect((await page.request.get(`${server}/api/intelligence/clues`)).status()).toBe(403)

  await desk.goto(`${server}/console/partners?tab=watch`)
  await desk.getByText('XZ-2026-999999').first().waitFor()
  await desk.getByText('要看没有放行的内容').first().waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-partner-watch')
  await desk.goto(`${server}/console/partners/items/${no}`)
  await desk.getByText('已核查，登记在模拟公司名下').waitFor()
  // 一对一: the named contact was told by SMS, and of it no word.
  await desk
    .getByRole('region', { name: '通知联系人的短信' })
    .getByText(/已交运营方|已送达/)
    .waitFor()

  // 移交包: made here, taken, verified and answered there; the receipt stands on both pages.
  await desk.getByRole('button', { name: '制作签名移交包' }).click()
  await desk.getByText(/没有回执/).waitFor()
  await page.goto(`${server}/console/inbox/${no}`)
  const [pack, key] = [await saved(page, '下载移交包'), await saved(page, '下载烟草局公钥')]
  expect(verifyPackage(pack, key)).toMatchObject({ ok: true })
  const said = { by: '经侦 容志', receivedAt: new Date().toISOString() }
  const receipt = makeReceipt(pack, said, demoPackageKeys('partner.police'))
  const file = {
    name: 'receipt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(receipt.ok && receipt.value)),
  }
  await page.getByLabel('交回回执文件').setInputFiles(file)
  await page.getByText(/回执已登记/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'console-partner-package')
  await desk.reload()
  await desk.getByText(/· 回执 \d{4}年/).waitFor()
  expect(await axeFindings(desk)).toEqual([])
  await desk.goto(`${server}/console/partners?tab=unknown`)
  await desk.getByRole('link', { name: no }).waitFor()
})

it('an agency refuses an item on its own page, and tells a clue whose plate meets open matters: a handler is told within seconds', async () => {
  const { server } = inject('house')
  const [page, desk] = await Promise.all([
    officer(browser, 'partner.police', { first: /收到的事项/, path: '/inbox' }),
    officer(browser, 'analyst', { first: /协作单位/, path: '/partners' }),
  ])
  const { items } = (await (await desk.request.get(`${server}/api/partners/agencies`)).json()) as AgencyList
  const agency = items.find(({ agreements, name }) => agreements.length > 0 && name.includes('经侦'))
  const [contact, agreement] = [agency?.contacts[0], agency?.agreements[0]]
  const given = await desk.request.post(`${server}/api/partners/items`, {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      ...{ kind: 'assist', contactId: contact?.id, agreementNo: agreement?.no, aboutNo: 'XS-2026-000002' },
      ...{ fields: ['words'], typed: { words: '请核查另一辆车（模拟数据）' } },
    },
  })
  const { no } = (await given.json()) as { no: string }
  await page.getByRole('link', { name: no }).click()
  await page.getByText(/不予受理、提出疑问要先写明/).waitFor()
  await page.getByLabel('说明', { exact: true }).fill('不属本单位管辖（模拟数据）')
  await page.getByRole('button', { name: '不予受理' }).click()
  await page.getByText(/答复不予受理/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await desk.goto(`${server}/console/partners/items/${no}`)
  await desk.getByText('不属本单位管辖（模拟数据）').waitFor()
  await desk.getByRole('link', { name: '另发给别的单位' }).waitFor()

  await page.goto(`${server}/console/inbox`)
  await choose(page.getByLabel('事项', { exact: true }), '无证运输')
  await page.getByLabel(/情况/).fill('卡口报告：粤J8K215面包车今晨从横陂码头往沙湖方向（模拟数据）')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  const told = await page.getByText(/^已报送 BS-/).innerText()
  await desk.goto(`${server}/console/partners?tab=tips`)
  const row = desk.getByRole('row').filter({ hasText: /BS-\d{4}-\d{6}/.exec(told)?.[0] ?? '' })
  const clue = row.getByRole('link')
  await clue.waitFor({ timeout: 30_000 })
  expect(await axeFindings(desk)).toEqual([])
  await keepPicture(desk, 'console-partner-tips')
  const clueNo = await clue.innerText()
  await clue.click()
  await desk.getByRole('button', { name: /^确认 粤J8K215/ }).click()
  // 碰撞: raised and told one to one; the seconds between are on record.
  const mine = async () => {
    const { items: hits } = (await (await desk.request.get(`${server}/api/intelligence/graph/hits`)).json()) as {
      items: { low: { label: string }; high: { label: string }; raisedAt: string; told: { at: string } | null }[]
    }
    return hits.filter(({ low, high, told }) => told !== null && [low.label, high.label].includes(clueNo))
  }
  await expect.poll(async () => (await mine()).length).toBeGreaterThan(0)
  for (const { raisedAt, told } of await mine())
    expect(Date.parse(told?.at ?? '') - Date.parse(raisedAt)).toBeLessThan(30_000)
})

async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return readFile(await file.path(), 'utf8')
}
