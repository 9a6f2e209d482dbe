import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, devices, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
let desk: Page
let phone: BrowserContext
beforeAll(async () => {
  browser = await openBrowser()
  desk = await officer(browser, 'window')
  phone = await browser.newContext({ ...devices['Pixel 5'], viewport: { width: 390, height: 844 } })
})
afterAll(closePages)

const { server } = inject('house')

/** Plans doors of one town for the courier of the demonstration; gives their shops in order. */
async function plan(town: string, doorsOf: readonly number[]): Promise<string[]> {
  await desk.goto(`${server}/console/delivery`)
  await desk.getByRole('heading', { name: /件还没有送达/ }).waitFor()
  await desk
    .getByRole('link', { name: /^S\d{8}-/ })
    .first()
    .waitFor()
  await keepPicture(desk, 'delivery-list')
  await desk.getByRole('link', { name: '排路线' }).click()
  await choose(desk.getByLabel('镇街'), town)
  const doors = desk.getByRole('checkbox', { name: /^选 / })
  await doors.first().waitFor()
  for (const nth of doorsOf) await doors.nth(nth).check()
  await desk.getByRole('button', { name: '预览路线' }).click()
  await desk.getByText(new RegExp(`${doorsOf.length} 户，08:30 出发`)).waitFor()
  await desk.locator('.route-map[data-drawn]').waitFor({ timeout: 60_000 })
  await keepPicture(desk, 'delivery-plan')
  await desk.getByRole('button', { name: '排定并派送' }).click()
  await desk.getByRole('heading', { name: /送证路线/ }).waitFor()
  expect(await axeFindings(desk)).toEqual([])
  const shops = await desk.locator('.plan-stops strong').allInnerTexts()
  expect(shops).toHaveLength(doorsOf.length)
  return shops
}

async function openItem(shop: string): Promise<void> {
  await desk.goto(`${server}/console/delivery`)
  await choose(desk.getByRole('combobox', { name: '范围' }), '全部')
  await desk
    .getByRole('row', { name: new RegExp(shop) })
    .getByRole('link')
    .click()
  await desk.getByRole('heading', { name: new RegExp(shop) }).waitFor()
}

async function codeOf(shop: string): Promise<string> {
  await openItem(shop)
  await desk.getByRole('button', { name: '告知送达码' }).click()
  const text = await desk.getByText(/送达码 \d{6}/).innerText()
  return /\d{6}/.exec(text)?.[0] ?? ''
}

/** Any real picture: what the telephone shows. */
const picture = async (page: Page) => ({ name: 'door.png', mimeType: 'image/png', buffer: await page.screenshot() })

async function signInOnPhone(): Promise<Page> {
  const page = await phone.newPage()
  await page.goto(`${server}/field/`)
  await page.getByRole('button', { name: /用演示账号 送证/ }).click()
  await keepPicture(page, 'field-sign-in')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '今天的路线' }).waitFor()
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 60_000 })
  return page
}

const openStop = async (page: Page, shop: string, act: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(shop) }).click()
  await page.getByRole('button', { name: act, exact: true }).click()
}
const savedHere = async (page: Page): Promise<void> => {
  await page.getByText('在本机').first().waitFor()
  await page.getByRole('button', { name: '‹ 返回' }).click()
}

it('a round is walked without network and arrives exactly once, with its proof', async () => {
  const [first = '', second = '', third = ''] = await plan('沙湖镇', [0, 2, 4])
  const code = await codeOf(first)
  const page = await signInOnPhone()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'field-round')

  await phone.setOffline(true)
  await page.reload()
  await page.getByText('没有网络，照常办理').waitFor()
  await page.getByRole('button', { name: '出发', exact: true }).click()

  await openStop(page, first, '当面送达')
  await page.getByLabel('请收件人出示六位送达码').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: '保存这次送达' }).click()
  await page.getByText('送达码不对').waitFor()
  await page.getByLabel('请收件人出示六位送达码').fill(code)
  await page.getByText('政策解读（可选）').click()
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('讲了什么、对方问了什么').fill('讲了延续要提前三十日申请')
  await page.getByRole('button', { name: '保存这次送达' }).click()
  await savedHere(page)

  await openStop(page, second, '当面送达')
  await page.locator('input[type=file]').setInputFiles(await picture(page))
  await page.getByAltText('现场照片第 1 张').waitFor()
  await page.getByRole('radio', { name: '同住成年家属' }).check()
  await page.getByLabel('收件人姓名').fill('陈大姐')
  await page.getByLabel('与负责人的关系').fill('配偶')
  await page.getByRole('checkbox', { name: /已当面确认/ }).check()
  await page.getByRole('radio', { name: '签名加照片' }).check()
  const pad = await page.getByRole('img', { name: '请收件人在框里签名' }).boundingBox()
  if (!pad) throw new Error('no pad')
  await page.getByRole('img', { name: '请收件人在框里签名' }).scrollIntoViewIfNeeded()
  const box = (await page.getByRole('img', { name: '请收件人在框里签名' }).boundingBox()) ?? pad
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  for (let step = 1; step <= 14; step += 1) await page.mouse.move(box.x + 30 + step * 16, box.y + 50 + (step % 2) * 50)
  await page.mouse.up()
  // A target half under the sticky bar is no fault of the form.
  await page.mouse.wheel(0, -3_000)
  await expect.poll(() => page.evaluate('scrollY')).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  // What the shopkeeper reads and signs on the courier's telephone has the sizes of the elder view.
  const sizes = await page.evaluate(`[...document.querySelectorAll('.for-citizen')].flatMap(part => [
    Math.min(...[...part.querySelectorAll('*')].map(one => parseFloat(getComputedStyle(one).fontSize))),
    Math.min(...[...part.querySelectorAll('button')].map(one => one.getBoundingClientRect().height)),
  ])`)
  const [smallest = 0, lowest = 0] = sizes as number[]
  expect(smallest).toBeGreaterThanOrEqual(22)
  expect(lowest).toBeGreaterThanOrEqual(60)
  await keepPicture(page, 'field-hand-over')
  await page.getByRole('button', { name: '保存这次送达' }).click()
  await savedHere(page)

  await openStop(page, third, '没有人在')
  await page.locator('input[type=file]').setInputFiles(await picture(page))
  await page.getByLabel(/情况说明/).fill('卷闸门锁着，邻居说去了县城')
  await page.getByRole('button', { name: '保存：没有人在' }).click()
  await savedHere(page)
  await keepPicture(page, 'field-offline')
  await expect.poll(() => page.getByText('在本机').count()).toBe(3)

  await phone.setOffline(false)
  await page.getByText('全部已收到').waitFor({ timeout: 60_000 })
  await keepPicture(page, 'field-synced')

  await openItem(first)
  await desk.getByRole('heading', { name: /已当面送达/ }).waitFor()
  await desk.getByText('讲了延续要提前三十日申请').waitFor()
  expect(
    await desk
      .getByRole('listitem')
      .filter({ hasText: /^当面送达/ })
      .count(),
  ).toBe(1)
  await openItem(third)
  await desk.getByRole('heading', { name: /无人在场/ }).waitFor()
  await openItem(second)
  await desk.getByText('送达回证 恩烟送').waitFor()
  await desk.getByRole('button', { name: /查看照片/ }).click()
  await desk.getByAltText('现场照片').waitFor()
  await keepPicture(desk, 'delivery-item')
  const address = await desk.getByRole('link', { name: '打开送达回证' }).getAttribute('href')
  const pdf = await desk.request.get(`${server}${address}`)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await pdf.body() })
    .toString()
    .replaceAll(/\s/g, '')
  expect(words).toContain('送达回证')
  expect(words).toContain('陈大姐（同住成年家属，配偶）')
  expect(words).toContain('送证冯达')
})

it('the calendar takes a village day and a booking by telephone', async () => {
  await desk.goto(`${server}/console/delivery/calendar`)
  await desk.getByRole('button', { name: '安排一次' }).click()
  await choose(desk.getByRole('combobox', { name: '镇街' }), '牛江镇')
  await desk.getByLabel('地点').fill('牛江镇圩镇社区')
  await desk.getByRole('button', { name: '保存安排' }).click()
  await desk.getByRole('button', { name: '电话代约' }).click()
  await desk.getByLabel('姓名').fill('梁大海')
  await desk.getByLabel('电话', { exact: true }).fill('13800138000')
  await desk.getByLabel('办什么、问什么').fill('延续要带什么')
  await desk.getByRole('button', { name: '保存预约' }).click()
  await desk.getByText('已约 1 / 20').waitFor()
  await keepPicture(desk, 'delivery-calendar')
})

it('what the office took back in the meantime is shown as a conflict, goes to the window, and the telephone forgets the day', async () => {
  const [shop = ''] = await plan('牛江镇', [1])
  const page = await phone.newPage()
  await page.goto(`${server}/field/`)
  await page.getByRole('button', { name: '刷新' }).click()
  await page.getByRole('button', { name: new RegExp(shop) }).waitFor()
  await phone.setOffline(true)
  await openStop(page, shop, '没送到，带回')
  await page.getByRole('button', { name: '保存：带回' }).click()
  await savedHere(page)
  await openItem(shop)
  await desk.getByRole('button', { name: '移出路线' }).click()
  await desk.getByRole('button', { name: '提交：移出路线' }).click()
  await desk.getByRole('heading', { name: /待送达/ }).waitFor()

  // Leaving with something unsent is not possible.
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByText('条没有发送').waitFor()
  await page.getByText('知道了').click()
  await phone.setOffline(false)
  await page.getByText(/1 条需要处理/).click()
  await page.getByText('这一件已经移出这条路线').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await keepPicture(page, 'field-conflict')
  await page.getByRole('button', { name: '交办公室处理' }).click()
  await page.getByText('全部已收到').waitFor()

  await desk.goto(`${server}/console/delivery/held`)
  await desk.getByRole('button', { name: '查看内容（留痕）' }).click()
  await desk.getByText('没送到，带回', { exact: true }).waitFor()
  await desk.getByLabel('怎么处理的').fill('已电话核实，重新排路线')
  await desk.getByRole('button', { name: '登记已处理' }).click()
  await desk.getByText('没有待处理的冲突').waitFor()

  await page.getByRole('button', { name: '‹ 返回' }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '外勤登录' }).waitFor()
  const left =
    await page.evaluate(`new Promise(done => { const ask = indexedDB.open('yzt-field'); ask.onsuccess = () => {
    const tables = ['attachments', 'day', 'drafts', 'keys', 'outbox', 'tries']; const tx = ask.result.transaction(tables);
    Promise.all(tables.map(name => new Promise(count => { const r = tx.objectStore(name).count(); r.onsuccess = () => count(r.result) }))).then(done) } })`)
  expect(left).toEqual([0, 0, 0, 0, 0, 0])
})
