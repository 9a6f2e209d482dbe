import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolDemoTerminal } from '../../src/app/demo/enrol.ts'
import { type AgentProcess, spawnAgent } from '../../src/app/demo/terminal.ts'
import { attachEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { closePages, openBrowser } from './browser.ts'
import { freePort, removeFolder, type StartedHouse, startHouseProcess } from './house.ts'
import { visit } from './terminal.ts'
import { layWire, type Wire } from './wire.ts'

let browser: Browser
let house: StartedHouse
let port: number
let wire: Wire
let second: AgentProcess

const start = (dataFolder?: string) =>
  startHouseProcess({ ...(dataFolder ? { dataFolder } : {}), env: { PORT: String(port) } })

beforeAll(async () => {
  browser = await openBrowser()
  port = await freePort()
  house = await start()
  wire = await layWire(port)
  const folder = join(mkdtempSync(join(tmpdir(), 'yzt-second-')), 'terminal')
  const terminal = { folder, code: 'YZZ-440785103-02', name: '沙湖镇 粤智助02号（模拟）', areaCode: '440785103' }
  // The codes of this half minute were used by the first terminal; those of the next are accepted already.
  const at = Temporal.Now.instant().add({ seconds: 30 })
  await enrolDemoTerminal(`http://127.0.0.1:${port}`, { ...terminal, at })
  const cards = join(house.dataFolder, 'town', 'cards.json')
  second = await spawnAgent({ serverUrl: wire.url, folder, port: await freePort(), cards })
})

afterAll(async () => {
  await second?.stop()
  await wire?.stop()
  await house?.stop()
  removeFolder(house.dataFolder)
  await closePages()
})

/** Rows of the running house, past the server. */
async function rows(text: string): Promise<Record<string, unknown>[]> {
  const { ownerUrl } = await attachEmbeddedPostgres(join(house.dataFolder, 'postgres'))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select set_config('app.areas', '*', false)`)
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const applications = () =>
  rows(`select a.state, (select count(*)::int from licensing.licence_version v where v.licence_no = a.licence_no and v.version > 1) as versions
    from licensing.application a order by a.received_at`)

describe('what a retailer asked for happens once', () => {
  it('on two terminals at the same moment: one renews, the other says why not', async () => {
    const [one, two] = [
      await visit(browser, { agent: `http://127.0.0.1:${new URL(house.agent).port}` }),
      await visit(browser, { agent: second.url }),
    ]
    await one.fillIn('renew')
    await two.fillIn('renew')
    await Promise.all([one.press('提交申请'), two.press('提交申请')])
    const headings = await Promise.all(
      [one, two].map(async ({ page }) => {
        const heading = page.getByRole('heading', { level: 1, name: /准予延续|还没有到可以申请的时间/ })
        await heading.waitFor({ timeout: 30_000 })
        return heading.innerText()
      }),
    )
    expect(headings.filter(text => text.startsWith('准予延续'))).toHaveLength(1)
    expect(await applications()).toEqual([{ state: 'granted', versions: 1 }])
    await Promise.all([one, two].map(visitor => visitor.page.close()))
  })

  it('when the server is killed between commit and reply: kept on the machine, sent again, and there once', async () => {
    const visitor = await visit(browser, { agent: second.url })
    await visitor.fillIn('elder')
    wire.hold()
    await visitor.press('提交申请')
    await expect.poll(applications).toHaveLength(2)
    const dead = once(house.process, 'exit')
    house.process.kill('SIGKILL')
    await dead
    await visitor.heading(/已保存在本机/)
    await visitor.shot('kiosk-server-killed')
    wire.release()
    const { dataFolder } = house
    house = await start(dataFolder)
    await expect.poll(pendingActs, { timeout: 60_000, interval: 500 }).toBe(0)
    expect(await applications()).toEqual([
      { state: 'granted', versions: 1 },
      { state: 'granted', versions: 1 },
    ])
    await visitor.page.close()
  })
})

async function pendingActs(): Promise<number> {
  const response = await fetch(`${second.url}/device/state`)
  return ((await response.json()) as { pendingActs: number }).pendingActs
}
