import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { qrSvg } from '../src/modules/licensing/elicence/qr-svg.ts'
import { renderLicence } from '../src/modules/licensing/elicence/render-licence.ts'
import type { LicenceFace } from '../src/modules/licensing/rules/licence-face.ts'
import { median } from './service/numbers.ts'

const pages = 60

const face: LicenceFace = {
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  operatorName: '陈小明',
  enterpriseType: '个体工商户',
  address: '广东省江门市恩平市沙湖镇南塘村8号',
  scope: ['卷烟零售', '雪茄烟零售'],
  supplier: '广东烟草江门市有限公司',
  validFrom: '2027-01-01',
  validTo: '2031-12-31',
  issuer: '恩平市烟草专卖局',
  issuedOn: '2026-11-24',
  version: 2,
}

/** A signed text of the ordinary length; the bench sets pages, it does not sign. */
const tokenOf = (n: number): string => `YZT1.${'b2xkIHNob3Agb24gdGhlIGNvcm5lcg'.repeat(9)}${n}.${'A'.repeat(86)}`

const sheet = (n: number) => ({
  kind: 'original' as const,
  face,
  token: tokenOf(n),
  copyNo: n,
  stateLabel: '有效',
  printedAt: '2026-11-24T02:00:00Z',
  place: '沙湖镇南塘村 粤智助01号（模拟）',
})

/** `npm run bench -- papers`: the licence page as the server sets it, beside the same page printed by a warm headless Chromium. */
export async function run(): Promise<void> {
  console.log(`负载 ${loadavg()[0]?.toFixed(2)}；每边 ${pages} 页，取中位数`)
  const presentation = { mode: 'demo', publicUrl: 'https://yzt.example' } as const
  renderLicence(sheet(0), presentation)
  const server = await times(async n => renderLicence(sheet(n), presentation).length)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.setContent(html(0))
  await page.pdf({ format: 'A4' })
  const chrome = await times(async n => {
    await page.setContent(html(n))
    return (await page.pdf({ format: 'A4' })).length
  })
  await browser.close()
  const ratio = chrome / server
  console.log(
    `许可证正本：服务器 ${server.toFixed(1)} ms（目标 ≤ 10），无头 Chromium ${chrome.toFixed(1)} ms，快 ${ratio.toFixed(1)} 倍`,
  )
}

async function times(work: (n: number) => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let n = 1; n <= pages; n++) {
    const began = performance.now()
    if ((await work(n)) < 1000) throw new Error('an empty page')
    taken.push(performance.now() - began)
  }
  return median(taken)
}

/** The same words and the same code, for the browser. */
const html = (
  n: number,
): string => `<!doctype html><meta charset="utf-8"><style>body{font-family:"Noto Sans CJK SC"}</style>
<h1>烟草专卖零售许可证</h1>${Object.entries(face)
  .map(([key, value]) => `<p>${key}：${String(value)}</p>`)
  .join('')}<p>第 ${n} 份</p><div style="width:36mm">${qrSvg(`https://yzt.example/v#${tokenOf(n)}`)}</div>`
