import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../build.ts'
import { launchBrowser } from '../shared/testing/browser.ts'
import { type FakeAgent, newWorld, startFakeAgent } from './testing/fake-agent.ts'
import * as sample from './testing/sample.ts'
import { layCard, press } from './testing/screens/walk.ts'

/** Public-domain portraits beside the project: a1 and a2 are one person, b1 another; read, never copied into it. */
const faces = fileURLToPath(new URL('../../../shared/bench/faces/', import.meta.url))
const there = existsSync(join(faces, 'a1.jpg'))
if (!there) process.stdout.write(`face.browser.test: NOT RUN, the portraits are missing (${faces})\n`)

let agent: FakeAgent
let folder: string
beforeAll(async () => {
  if (!there) return
  await buildWebIfStale({ only: ['kiosk'], log: () => {} })
  agent = await startFakeAgent()
  folder = mkdtempSync(join(tmpdir(), 'yzt-face-'))
}, 120_000)
afterAll(async () => {
  await agent?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** A camera that shows one picture for ever. */
function cameraOf(picture: string): string {
  const film = join(folder, `${picture}.y4m`)
  const still = ['-loop', '1', '-i', join(faces, `${picture}.jpg`), '-t', '2', '-r', '15']
  // The upper part, where the face is, at one size for all.
  const shape = ['-vf', 'crop=480:600:0:0', '-pix_fmt', 'yuv420p']
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', '-y', ...still, ...shape, film])
  if (made.status !== 0) throw new Error(`ffmpeg is needed for the camera: ${made.error?.message ?? made.stderr}`)
  return film
}

/** The person of `picture` before the camera, the card of `card` on the reader. */
async function before(
  { picture, card, challengeSimulated }: { picture: string; card: string; challengeSimulated: boolean },
  look: (page: Page) => Promise<void>,
) {
  agent.world = newWorld()
  agent.calls.length = 0
  const image = readFileSync(join(faces, `${card}.jpg`)).toString('base64')
  agent.world.face.portrait = { image, challengeSimulated }
  agent.world.face.policy = { ...agent.world.face.policy, challengeSeconds: 2 }
  const browser: Browser = await launchBrowser({
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraOf(picture)}`,
    ],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
    page.setDefaultTimeout(30_000)
    const errors: string[] = []
    page.on('pageerror', error => errors.push(String(error)))
    page.on('console', message => {
      if (message.type() === 'error' && /Content.Security/i.test(message.text())) errors.push(message.text())
    })
    agent.world.sheet = sample.sheetOf('close')
    await page.goto(agent.url)
    await press(page, /补办、歇业/)
    await press(page, /^歇业/)
    await layCard(page, agent)
    await press(page, /^刷脸核对/)
    await press(page, '同意，开始刷脸')
    await look(page)
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
}

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const claims = () =>
  agent.calls.filter(call => call.url === '/api/access/face-checks').map(call => call.body as { score: number })

describe.skipIf(!there)(`a real comparison in a real browser, portraits of ${faces}`, () => {
  test('one person passes (challenge answered by the dock), and nothing of the face leaves the page or stays', async () => {
    await before({ picture: 'a1', card: 'a2', challengeSimulated: true }, async page => {
      await page.getByRole('button', { name: '撤回刷脸同意' }).waitFor()
      expect(claims()).toEqual([
        { score: expect.closeTo(0.52, 2), challenge: 'simulated', model: expect.stringContaining('faceres') },
      ])
      await heading(page, /核对一致/)
      // The consent came first; numbers and words are all that was ever sent.
      const sent = agent.calls.map(call => `${call.method} ${call.url} ${JSON.stringify(call.body ?? null)}`)
      expect(sent[1]).toContain('face-consents')
      expect(Math.max(...sent.map(line => line.length))).toBeLessThan(200)
      expect(await page.locator('video').count()).toBe(0)

      await page.evaluate(() => Object.assign(window, { sameHeap: true }))
      await page.getByRole('navigation').getByRole('button', { name: '退出' }).click()
      agent.device({ reader: 'ready' })
      await heading(page, /请选择要办的事/)
      const left = await page.evaluate(async () => ({
        heap: 'sameHeap' in window,
        storage: localStorage.length + sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }))
      expect(left).toEqual({ heap: false, storage: 0, databases: 0, caches: 0 })
    })
  }, 90_000)

  test('a still picture of the same person does not blink or turn: it fails, and the matter goes on by card', async () => {
    await before({ picture: 'a1', card: 'a2', challengeSimulated: false }, async page => {
      await heading(page, /没有核对上/)
      expect(claims()).toMatchObject([{ challenge: 'timeOut' }])
      await press(page, /^接着办/)
      await heading(page, /为什么歇业/)
    })
  }, 90_000)

  test('another person does not pass, even where the challenge is answered by the dock', async () => {
    await before({ picture: 'b1', card: 'a1', challengeSimulated: true }, async page => {
      await heading(page, /没有核对上/)
      expect(claims()[0]?.score).toBeLessThan(0.4)
      expect(claims()[0]?.score).toBeGreaterThan(0)
    })
  }, 90_000)
})
