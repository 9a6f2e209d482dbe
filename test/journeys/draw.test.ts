import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const server = () => inject('house').server

const seats = new Map<string, Promise<Page>>()

/** Any post signed in, at the draw room; once each, because a code works once. */
function colleague(account: string): Promise<Page> {
  const seat = seats.get(account) ?? officer(browser, account, { first: /抽签室/, path: '/draws' })
  seats.set(account, seat)
  return seat
}

const dayAfter = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

it('a draw goes from its lists to the public, a stranger computes it again without network, and it is voided only in public', async () => {
  const [inspector, head, legal, audit] = await Promise.all(
    ['inspector', 'head', 'legal', 'audit.admin'].map(colleague),
  )
  if (!inspector || !head || !legal || !audit) throw new Error('not everybody has signed in')

  await inspector.getByRole('button', { name: '准备一次抽查' }).click()
  await inspector.getByLabel('名称').fill('年末双随机抽查（模拟数据）')
  await inspector.getByLabel('检查开始').fill(dayAfter(5))
  await inspector.getByLabel('检查结束').fill(dayAfter(30))
  const chooser = inspector.getByLabel('参与方：本局不同岗位的人员')
  for (const name of ['法制 岑正', '审计管理 谭审']) {
    await chooser.fill(name)
    await inspector.locator('.ant-select-item-option', { hasText: name }).click()
  }
  await chooser.press('Escape')
  await inspector.getByLabel(/^参与方：外部代表/).fill('零售户代表')
  await inspector.getByRole('button', { name: '保存，去看名录' }).click()
  await inspector.getByText(/名录摘要（SM3）/).waitFor()
  const id = inspector.url().split('/').at(-1) ?? ''
  await keepPicture(inspector, 'console-draw-room')

  await head.goto(`${server()}/console/draws/${id}`)
  await head.getByRole('button', { name: '批准、冻结并公示' }).click()
  await head.getByText('已冻结公示，等待各方承诺').waitFor()

  await inspector.getByRole('button', { name: '显示外部代表的链接' }).click()
  const link = (await inspector.locator('code').first().textContent()) ?? ''
  const outside = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await Promise.all([outside.goto(link), ...[legal, audit].map(page => page.goto(`${server()}/console/draws/${id}`))])
  for (const page of [legal, audit, outside]) await page.getByRole('button', { name: '产生随机数并作出承诺' }).click()
  for (const page of [legal, audit]) await page.getByRole('button', { name: '公开我的随机数' }).click()
  await outside
    .getByText(/^等待其他参与方承诺|各方都已承诺/)
    .first()
    .waitFor()
  await outside.reload()
  await outside.getByRole('button', { name: '公开我的随机数' }).click()
  await inspector.getByRole('heading', { name: '抽中的零售户' }).waitFor()

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const stranger = await phone.newPage()
  await stranger.goto(`${server()}/draws`)
  await stranger.getByRole('link', { name: '年末双随机抽查（模拟数据）' }).click()
  await stranger.getByText('核验程序已经准备好').waitFor()
  await phone.setOffline(true)
  await stranger.getByRole('button', { name: '开始核验' }).click()
  await stranger.getByText('核验通过：名单和人员就是这样抽出来的。').waitFor()
  await keepPicture(stranger, 'portal-draw-verified')
  await phone.setOffline(false)

  // Nobody can throw again in silence: the list of what may be repeated does not hold a draw that stands.
  const repeated = await inspector.evaluate(async drawId => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const parties = ['甲', '乙', '丙'].map(name => ({ kind: 'outside', name }))
    const [visitsFrom, visitsTo, items] = ['2036-01-01', '2036-02-01', [{ code: 'C01', name: '亮证经营' }]]
    const body = { title: '重抽', visitsFrom, visitsTo, items, publicValue: null, repeats: drawId, parties }
    return (await fetch('/api/inspection/draws', { method: 'POST', headers, body: JSON.stringify(body) })).text()
  }, id)
  expect(repeated).toContain('drawRepeatsNothing')
  await head.getByRole('button', { name: '作废这次抽查' }).click()
  await head.getByLabel('作废理由（立即公示）').fill('检查时间与专项行动冲突，经局务会研究作废')
  await head.getByRole('button', { name: '作废并公示理由' }).click()
  await head.getByText('这次抽查已经作废，理由已公示').waitFor()
  await stranger.reload()
  await stranger.getByText(/作废：检查时间与专项行动冲突.*（局长 郑远）/).waitFor()
  await stranger.getByText('这次抽查已经作废。').waitFor()
})

it('a check is proposed by one person and sent by another, with two certified officers the machine names', async () => {
  const [inspector, head] = await Promise.all(['inspector2', 'head'].map(colleague))
  if (!inspector || !head) throw new Error('not everybody has signed in')
  await inspector.goto(`${server()}/console/tasks`)
  await inspector.getByRole('button', { name: '提出检查建议' }).click()
  const { items } = (await (await inspector.request.get(`${server()}/api/inspection/public/draws`)).json()) as {
    items: { id: string }[]
  }
  const open = (await (
    await inspector.request.get(`${server()}/api/inspection/public/draws/${items[0]?.id}`)
  ).json()) as { manifest: { objects: { id: string }[] } }
  await inspector.getByLabel('许可证号').fill(open.manifest.objects[7]?.id ?? '')
  await inspector.getByLabel('理由', { exact: true }).fill('群众举报')
  await inspector.locator('.ant-select-item-option', { hasText: '群众举报' }).click()
  await inspector.getByLabel('理由', { exact: true }).press('Escape')
  await inspector.getByLabel('具体情况（可不填）').fill('反映夜间有外地车辆卸货（模拟）')
  await inspector.getByRole('button', { name: '提出建议' }).click()
  await inspector.getByText('反映夜间有外地车辆卸货（模拟）').waitFor()

  await head.goto(`${server()}/console/tasks`)
  const card = head.locator('article', { hasText: '反映夜间有外地车辆卸货（模拟）' })
  await card.getByRole('button', { name: '审批派工' }).click()
  await card.getByRole('button', { name: '批准并派工' }).click()
  const sent = head.getByRole('region', { name: '计划' }).locator('article', { hasText: '反映夜间有外地车辆卸货' })
  await sent.locator('summary').click()
  await sent.getByText(/^\S+ \S+、\S+ \S+$/).waitFor()
  await keepPicture(head, 'console-tasks')
})
