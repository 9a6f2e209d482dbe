import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { routes as monitoring } from '#contract/monitoring'
import { signFace } from '../../src/modules/licensing/elicence/sign-face.ts'
import { sampleFace } from '../../src/modules/licensing/rules/sample-face.ts'
import { openKeyring } from '../../src/platform/keyring.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { browserWithCamera, type FakeCamera } from './fake-camera.ts'
import { fieldPhone, sign } from './field-phone.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
let camera: FakeCamera
beforeAll(async () => {
  browser = await openBrowser()
  camera = await browserWithCamera()
})
afterAll(async () => {
  await Promise.all([closePages(), camera.browser.close()])
})

const { server, dataFolder } = inject('house')
const shot = (page: Page, name: string) => keepPicture(page, name, { fullPage: true })
const day = (daysAgo: number) => Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: daysAgo })

interface Shop {
  readonly licenceNo: string
  readonly shopName: string
}

/** A shop of 沙湖 that orders four times as much as ever: fed as the wholesale company feeds it. */
async function raiseAlert(desk: Page): Promise<Shop> {
  const list = await desk.request.get(`${server}/api/registry/retailers?state=valid&town=440785103&size=60`)
  const shop = ((await list.json()) as { items: Shop[] }).items[30]
  if (!shop) throw new Error('沙湖 has too few shops')
  const lines = [1, 8, 15, 22].map(
    n => `${shop.licenceNo}-${n},${day(n)}T09:00:00+08:00,${shop.licenceNo},S1,${n === 1 ? 60 : 15}`,
  )
  const reply = await desk.request.post(`${server}${monitoring.feedLake.url.replace(':table', 'order_lines')}`, {
    data: { csv: `order_id,ordered_at,licence_no,sku_code,cartons\n${lines.join('\n')}\n` },
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(reply.ok()).toBe(true)
  return shop
}

/** 审批派工 at the console: today, two certified officers by name. */
async function sendOfficers(head: Page, shop: Shop, names: readonly string[]): Promise<void> {
  const card = head.locator('article', { has: head.getByRole('link', { name: shop.shopName, exact: true }) })
  await expect
    .poll(
      async () => {
        await head.reload()
        await head.getByLabel('找店名、证号、镇街或者检查人员').fill(shop.licenceNo)
        return card.count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await card.getByRole('button', { name: '审批派工' }).click()
  await card.getByLabel('检查日期').fill(day(0).toString())
  const chooser = card.getByLabel(/^检查人员/)
  for (const name of names) {
    await chooser.fill(name)
    await head.locator('.ant-select-item-option', { hasText: name }).click()
  }
  await chooser.press('Escape')
  await card.getByRole('button', { name: '批准并派工' }).click()
  await head.getByRole('region', { name: '计划' }).locator('article', { hasText: shop.shopName }).waitFor()
}

/** What hangs on the wall: the bureau's own signature under this shop's number. */
async function licenceCode(shop: Shop): Promise<string> {
  const keyring = await openKeyring(join(dataFolder, 'keys'))
  return `${server}/v#${signFace(keyring, { ...sampleFace, ...shop, version: 1 }, 1)}`
}

const carton = (licenceNo: string, sortedOn: Temporal.PlainDate): readonly [string, string] => [
  `${String(sortedOn.year).slice(-1)}${sortedOn.toString().slice(5).replace('-', '')}00000000107`,
  `JMYC${licenceNo}`,
]

const step = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^(✓ )?${name}`) })

async function noteCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: '记下条码' }).click()
  await expect.poll(() => page.getByLabel('第一行 16 位').inputValue()).toBe('')
}

async function answerChecks(page: Page): Promise<void> {
  await step(page, '检查事项').click()
  for (const words of ['有问题', '有问题', '未见问题']) {
    // On a busy machine the empty form of the next item may come after the first touch.
    for (let noted = false; !noted; ) {
      await page.getByRole('radio', { name: words }).check()
      await page.getByLabel('说明').fill(words === '有问题' ? '与订购量不符' : '')
      noted = await page
        .getByRole('button', { name: '记下这一项' })
        .click({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        )
    }
  }
  await page.getByText('✓ 已记：未见问题').waitFor()
  await page.getByRole('button', { name: '‹ 返回' }).click()
}

/** The second officer counted otherwise: both words stand side by side until one is chosen. */
async function disagree(page: Page): Promise<void> {
  await step(page, '情况和结果').click()
  await page.getByLabel('现场情况').fill('柜台下有外地卷烟 2 条。')
  await page.getByRole('button', { name: '记下结果' }).click()
  await page.getByRole('button', { name: '两人填得不一样：1 项' }).click()
  await page.getByRole('radio', { name: /沙湖稽查 梁志 填的：柜台下有外地卷烟 2 条/ }).check()
  await page.getByLabel('选这种的理由').fill('当场复点为 2 条')
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'field-visit-differences')
  await page.getByRole('button', { name: '选定', exact: true }).click()
  await page.getByText('没有不一样的填法。').waitFor()
  await page.getByRole('button', { name: '‹ 返回' }).click()
  await page.getByText('全部已收到').waitFor({ timeout: 60_000 })
}

async function signAsOfficer(page: Page): Promise<void> {
  await step(page, '检查人员签字').click()
  await page.getByText('柜台下有外地卷烟 2 条。').waitFor()
  await sign(page, '本人签名')
  await page.getByRole('button', { name: '签字', exact: true }).click()
}

it('an alert becomes a task, two officers walk it without network, and record and finding are at the desk', async () => {
  const [analyst, head] = [
    await officer(browser, 'analyst', { first: /市场预警/ }),
    await officer(browser, 'head', { first: /检查任务/, path: '/tasks' }),
  ]
  const shop = await raiseAlert(analyst)
  await sendOfficers(head, shop, ['稽查 甄行', '沙湖稽查 梁志'])

  const { phone, page } = await fieldPhone(camera.browser, '稽查 甄行', '今天的检查', { permissions: ['camera'] })
  await page.getByRole('button', { name: new RegExp(shop.shopName) }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await phone.setOffline(true)
  await page.reload()
  await page.getByText('没有网络，照常办理').waitFor()
  await page.getByRole('button', { name: '看地图' }).click()
  await page.locator('.day-map[data-drawn]').waitFor({ timeout: 60_000 })
  await shot(page, 'field-visits')
  await page.getByRole('button', { name: '看列表' }).click()
  await page.locator('button.stop', { hasText: shop.shopName }).click()
  await page.getByText(/烟草专卖法实施条例》第四十六条/).waitFor()
  await shot(page, 'field-visit-task')

  await step(page, '扫码入企').click()
  await page.getByRole('checkbox', { name: /已出示执法证件/ }).check()
  // Still without network: the camera, the reader and the check of the signature are all on the telephone.
  await camera.hold(await licenceCode(shop), 'QRCode')
  await page.getByRole('button', { name: '打开相机识别' }).click()
  await page.getByText(/本局签发，/).waitFor()
  await page.getByRole('button', { name: '关相机' }).click()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'field-visit-scan')
  await page.getByRole('button', { name: '入企', exact: true }).click()
  await answerChecks(page)

  await step(page, '卷烟条码').click()
  const own = carton(shop.licenceNo, day(7))
  await camera.hold(own.join(''), 'DataMatrix')
  await page.getByRole('button', { name: '打开相机识别' }).click()
  await expect.poll(() => page.getByLabel('第二行 16 位').inputValue()).toBe(own[1])
  await page.getByRole('button', { name: '关相机' }).click()
  await noteCode(page)
  const [first, second] = carton('440783100011', day(7))
  await page.getByLabel('第一行 16 位').fill(first)
  await page.getByLabel('第二行 16 位').fill(second)
  await noteCode(page)
  await page.getByText(/外地零售户的证号/).waitFor()
  await page.getByText(/本店订购/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'field-visit-codes')
  await page.getByRole('button', { name: '‹ 返回' }).click()

  await step(page, '现场照片').click()
  await page.getByLabel('拍照').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.getByText(/已记 1 张/).waitFor()
  await page.getByRole('button', { name: '‹ 返回' }).click()

  await step(page, '情况和结果').click()
  await page.getByLabel('现场情况').fill('柜台下有外地卷烟 1 条。')
  await page.getByRole('radio', { name: '立案' }).check()
  await page.getByLabel('发现了什么').fill('发现打外地证号的卷烟 1 条')
  await page.getByRole('button', { name: '记下结果' }).click()

  await step(page, '当事人签字').click()
  await sign(page, '请当事人在框里签名')
  await page.mouse.wheel(0, -5_000)
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'field-visit-retailer')
  await page.getByRole('button', { name: '当事人已签字' }).click()
  await step(page, '离开现场').click()
  await step(page, '检查人员签字').click()
  await sign(page, '本人签名')
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await step(page, '检查人员签字').filter({ hasText: '1／2 人' }).waitFor()
  await shot(page, 'field-visit-steps')

  // 立案报告 on the spot, without network like all the rest.
  await page.getByRole('button', { name: '填报立案报告' }).click()
  await page.getByRole('radio', { name: '未在当地烟草专卖批发企业进货' }).check()
  expect(await page.getByLabel('已经掌握的事实和证据').inputValue()).toBe('发现打外地证号的卷烟 1 条')
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'field-filing')
  await page.getByRole('button', { name: '报告填好，保存并发送' }).click()
  await page.getByText(/立案报告$/).waitFor()

  await phone.setOffline(false)
  await page.getByText('全部已收到').waitFor({ timeout: 60_000 })

  const colleague = (await fieldPhone(browser, '沙湖稽查 梁志', '今天的检查')).page
  await colleague.locator('button.stop', { hasText: shop.shopName }).click()
  await disagree(colleague)
  await signAsOfficer(colleague)
  // What was signed before the choice is not what stands now: the first officer signs again.
  await page.getByRole('button', { name: '‹ 返回' }).click()
  await page.getByRole('button', { name: '刷新' }).click()
  await page.locator('button.stop', { hasText: shop.shopName }).click()
  await signAsOfficer(page)
  await page.getByText(/笔录已出：恩烟检〔\d{4}〕第\d+号/).waitFor({ timeout: 60_000 })
  await shot(page, 'field-visit-recorded')
  // Found again under his cases, once, where the head has to decide.
  await page.getByRole('button', { name: '办案', exact: true }).click()
  const filed = page.getByRole('button', { name: /未在当地烟草专卖批发企业进货（检查任务 RW-\d{4}-\d{6}）/ })
  await filed.getByText('等待批准立案').waitFor()
  expect(await filed.count()).toBe(1)
  await shot(page, 'field-cases')

  await head.reload()
  const found = head.getByRole('region', { name: '处理' }).locator('article', { hasText: shop.shopName })
  await found.getByText('发现打外地证号的卷烟 1 条').waitFor()
  const href = (await found.getByRole('link', { name: '现场检查笔录' }).getAttribute('href')) ?? ''
  const paper = await head.request.get(`${server}${href}`)
  expect(paper.headers()['content-type']).toContain('pdf')
  await found.getByRole('link', { name: '检查经过' }).click()
  await head.getByText('选定 沙湖稽查 梁志 填的，理由：当场复点为 2 条').waitFor()
  await head.getByRole('button', { name: '看照片（留痕）' }).click()
  await head.getByAltText(/^现场照片 [0-9a-f]{8}/).waitFor()
  expect(await axeFindings(head)).toEqual([])
  await shot(head, 'console-visit')
  await head.goBack()
  await found.getByRole('button', { name: '办结并反馈' }).click()
  await found.getByRole('textbox', { name: '理由' }).fill('现场查实，已立案')
  await found.getByRole('button', { name: '办结并反馈' }).click()
  await head.getByRole('button', { name: /^打开已办结的/ }).click()
  await found.getByText('已办结').waitFor()
  // 处理 → 信用, 分析: the outcome begins its file, and the alert learns that it was right.
  const credit = async () => (await head.request.get(`${server}/api/credit/shops/${shop.licenceNo}`)).text()
  await expect.poll(credit).toContain('"kind":"disposal"')
  await analyst.goto(`${server}/console/alerts?state=true`)
  await analyst.getByRole('link', { name: shop.licenceNo }).first().waitFor()
})
