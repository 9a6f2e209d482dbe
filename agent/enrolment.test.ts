import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, startAgent } from './main.ts'
import { type FakeServer, startFakeServer } from './testing/fake-server.ts'
import { newFolder, until } from './testing/rig.ts'

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer()
})
afterAll(() => server.stop())

const quiet = { port: 0, log: () => {}, journalLimits: { leastFreeBytes: 0, reserveBytes: 0 } }

describe('enrolment', () => {
  it('is refused with the server’s name for it when the code is wrong, and writes nothing', async () => {
    const dataDir = join(newFolder(), 'data')
    expect(await enrol({ server: server.url, code: 'bad', dataDir })).toMatchObject({
      refusal: 'enrolmentRefused',
      details: { code: 'enrolmentUnknown' },
    })
    expect(() => statSync(dataDir)).toThrow()
  })

  it('says when the server cannot be reached', async () => {
    const dataDir = newFolder()
    expect(await enrol({ server: 'http://127.0.0.1:9', code: 'x', dataDir })).toMatchObject({ refusal: 'uplinkDown' })
  })

  it('keeps the private key in a file of its owner, and is not done twice by accident', async () => {
    const dataDir = newFolder()
    const request = { server: server.url, code: 'good-code', dataDir }
    const first = await enrol(request)
    expect(first.ok).toBe(true)
    expect(statSync(join(dataDir, 'identity.json')).mode & 0o777).toBe(0o600)
    expect(await enrol(request)).toMatchObject({ refusal: 'alreadyEnrolled' })
    const before = readFileSync(join(dataDir, 'identity.json'), 'utf8')
    expect((await enrol({ ...request, again: true })).ok).toBe(true)
    expect(readFileSync(join(dataDir, 'identity.json'), 'utf8')).not.toBe(before)
  })

  it('is noticed by an agent that already runs', async () => {
    const dataDir = newFolder()
    const started = await startAgent({ ...quiet, dataDir })
    if (!started.ok) throw new Error(started.refusal)
    const { terminal, url } = started.value
    expect(terminal.state().uplink).toBe('notEnrolled')
    for (const [method, path] of [
      ['POST', '/device/card-session'],
      ['POST', '/device/call-helper'],
      ['GET', '/api/licensing/my/licences'],
    ]) {
      const answer = await fetch(url + path, { method: method ?? '' })
      expect(await answer.json()).toMatchObject({ code: 'notEnrolled', status: 403 })
    }
    await enrol({ server: server.url, code: 'good-code', dataDir })
    await until(() => terminal.state().uplink === 'online')
    await started.value.stop()
  })
})

describe('starting', () => {
  it.each([
    [{ reader: '/dev/ttyUSB0' }, 'readerAddressWrong'],
    [{ reader: 'tcp:host:99999' }, 'readerAddressWrong'],
    [{ printer: 'lp0' }, 'printerAddressWrong'],
  ])('with %j is refused as %s and leaves the folder free', async (options, refusal) => {
    const dataDir = newFolder()
    expect(await startAgent({ ...quiet, dataDir, ...options })).toMatchObject({ refusal })
    const started = await startAgent({ ...quiet, dataDir })
    expect(started.ok).toBe(true)
    if (started.ok) await started.value.stop()
  })

  it('on a port that is taken is refused by name, and nothing of it keeps running or keeps the folder', async () => {
    const dataDir = newFolder()
    const first = await startAgent({ ...quiet, dataDir: newFolder() })
    if (!first.ok) throw new Error(first.refusal)
    const port = Number(new URL(first.value.url).port)
    expect(await startAgent({ ...quiet, dataDir, port })).toMatchObject({ refusal: 'portInUse', details: { port } })
    const second = await startAgent({ ...quiet, dataDir })
    expect(second.ok).toBe(true)
    if (second.ok) await second.value.stop()
    await first.value.stop()
  })

  it('serves the built page under /kiosk/, any of its addresses, and nothing outside its folder', async () => {
    const dataDir = newFolder()
    const kioskDir = join(newFolder(), 'kiosk')
    mkdirSync(kioskDir)
    writeFileSync(join(kioskDir, 'index.html'), '<!doctype html><title>终端</title>')
    writeFileSync(join(kioskDir, '..', 'secret.txt'), 'secret')
    const started = await startAgent({ ...quiet, dataDir, kioskDir })
    if (!started.ok) throw new Error(started.refusal)
    const { url } = started.value
    const page = (path: string) => fetch(url + path, { headers: { accept: 'text/html' } })
    for (const path of ['/', '/kiosk', '/kiosk/', '/kiosk/renewal/phone']) {
      const answer = await page(path)
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, expect.stringContaining('终端')])
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
    expect(await (await page('/kiosk/..%2fsecret.txt')).text()).not.toContain('secret')
    expect((await fetch(`${url}/kiosk/missing.js`)).status).toBe(404)
    await started.value.stop()
  })

  it('says in words that the page is not built', async () => {
    const started = await startAgent({ ...quiet, dataDir: newFolder(), kioskDir: '/nowhere' })
    if (!started.ok) throw new Error(started.refusal)
    const answer = await fetch(`${started.value.url}/kiosk/`)
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build:web')])
    await started.value.stop()
  })
})
