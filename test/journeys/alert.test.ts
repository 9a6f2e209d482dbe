import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { routes } from '#contract/monitoring'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

const daysAgo = (days: number): string => Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days }).toString()

/** Six shops that order as ever from one device, and one of them four times as much in its last order. */
function orders(licences: readonly string[]): string {
  const lines = licences.flatMap((licence, shop) =>
    [1, 8, 15, 22].map(days =>
      [
        `${licence}-${days}`,
        `${daysAgo(days)}T09:00:00+08:00`,
        licence,
        'S1',
        shop === 0 && days === 1 ? 60 : 15,
        'd1',
      ].join(','),
    ),
  )
  return `order_id,ordered_at,licence_no,sku_code,cartons,device_hash\n${lines.join('\n')}\n`
}

async function feed(desk: Page, csv: string): Promise<unknown> {
  const reply = await desk.request.post(
    `${inject('house').server}${routes.feedLake.url.replace(':table', 'order_lines')}`,
    { data: { csv }, headers: { 'idempotency-key': randomUUID() } },
  )
  return reply.json()
}

async function shops(desk: Page, count: number): Promise<string[]> {
  const reply = await desk.request.get(`${inject('house').server}/api/registry/retailers?state=valid`)
  const { items } = (await reply.json()) as { items: { licenceNo: string }[] }
  return items.map(({ licenceNo }) => licenceNo).slice(0, count)
}

it('orders are fed, the alert appears on the open board by itself, and is judged with a reason', async () => {
  const desk = await officer(browser, 'analyst', { first: /市场预警/ })
  await desk.getByText('● 实时更新').waitFor()
  const licences = await shops(desk, 6)
  const csv = orders(licences)
  expect(await feed(desk, csv)).toMatchObject({ lines: 24, already: false })
  expect(await feed(desk, csv)).toMatchObject({ lines: 0, already: true })

  const alert = desk.locator('.card.alert').filter({ has: desk.getByRole('link', { name: licences[0] ?? 'no shop' }) })
  await alert
    .getByText(/是 400%/)
    .first()
    .waitFor()
  await desk.locator('.alert-map [data-drawn]').waitFor()
  await keepPicture(desk, 'console-alerts')

  await expect.poll(() => alert.getByRole('button', { name: /误 ?报/ }).isDisabled()).toBe(true)
  await alert.getByLabel('研判的理由').fill('办酒席，已核对请柬。')
  await alert.getByRole('button', { name: /误 ?报/ }).click()
  await alert.waitFor({ state: 'detached' })
  await desk.goto(`${inject('house').server}/console/alerts?state=false`)
  await alert.getByText('办酒席，已核对请柬。').waitFor()

  // 一户一页: the same verdict with its judge, and the device that six shops share.
  await alert.getByRole('link', { name: licences[0] ?? 'no shop' }).click()
  const card = desk.getByRole('region', { name: '预警', exact: true })
  await card.getByText(/市场评分 \d+ 分，\d+ 户中排第 \d+/).waitFor()
  await card.getByText(/已研判或已过期（\d+）/).click()
  await card.getByText('办酒席，已核对请柬。').waitFor()
  await card.getByText(/研判：研判 伍思/).waitFor()
})
