import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAgent } from './main.ts'
import { agentProcess, ended, makeRig, type Rig, until } from './testing/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await makeRig()
})
afterEach(() => rig.stop())

describe('the agent killed with SIGKILL', () => {
  const childOptions = () => ({
    dataDir: rig.dataDir,
    port: 0,
    server: rig.dock.proxyUrl,
    reader: `tcp:127.0.0.1:${rig.dock.readerPort}`,
    printer: rig.dock.printerUrl,
  })
  const post = (url: string, path: string, body?: unknown, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  it('between the fsync of an act and its sending, sends it once with the same key after the restart', async () => {
    await rig.agent.stop()
    const first = await agentProcess({ ...childOptions(), dieBeforeSend: true })
    rig.dock.lay('retailer')
    await openSession(first.url)
    const renewal = post(
      first.url,
      '/api/licensing/renewals',
      { no: 1 },
      { 'x-yzt-act': '1', 'idempotency-key': 'key-killed-1' },
    )
    await expect(renewal).rejects.toThrow()
    expect(await first.exited).toBe('SIGKILL')
    expect(rig.server.acts).toEqual([])

    const second = await agentProcess(childOptions())
    await until(() => rig.server.acts.length > 0)
    await until(() => statSync(join(rig.dataDir, 'journal', 'journal')).size < 200)
    await ended(second.child)
    const third = await agentProcess(childOptions())
    const beats = rig.server.seen.length
    await until(() => rig.server.seen.length > beats)
    expect(rig.server.acts.map(seen => [seen.key, seen.act.body])).toEqual([['key-killed-1', { no: 1 }]])
    await ended(third.child)
  })

  it('while a page prints, reports the print as unknown after the restart and prints nothing again', async () => {
    await rig.agent.stop()
    const first = await agentProcess(childOptions())
    rig.dock.lay('retailer')
    await openSession(first.url)
    rig.dock.devices.printer.fault = 'slow'
    const printing = post(first.url, '/device/prints', {
      printId: 'p-killed',
      url: '/api/licensing/prints/p-killed/page',
    })
    printing.catch(() => {})
    await until(() => rig.dock.devices.printer.look().state === 'processing')
    await ended(first.child)
    rig.dock.devices.printer.fault = 'none'

    const second = await agentProcess(childOptions())
    const reports = () => rig.server.seen.filter(seen => seen.path === '/api/licensing/prints/p-killed/outcome')
    await until(() => reports().length > 0)
    expect(JSON.parse(reports()[0]?.body ?? '')).toEqual({ outcome: 'unknown', reason: 'agentRestarted' })
    const jobs = rig.dock.devices.printer.job(2)
    expect(jobs).toBeUndefined()
    await ended(second.child)
  })

  it('leaves a data folder that the next agent takes over, while a living one keeps it', async () => {
    const second = await agentProcess(childOptions())
    expect(second.refused).toBe(`dataFolderInUse {"pid":${process.pid}}`)
    await rig.agent.stop()
    const third = await agentProcess(childOptions())
    expect(third.url).not.toBe('')
    const again = await startAgent({ ...childOptions(), log: () => {} })
    expect(again).toMatchObject({ ok: false, refusal: 'dataFolderInUse', details: { pid: third.child.pid } })
    await ended(third.child)
    const fourth = await agentProcess(childOptions())
    expect(fourth.url).not.toBe('')
    fourth.child.kill('SIGTERM')
    expect(await fourth.exited).toBe('0')
  })

  async function openSession(url: string) {
    for (let n = 0; n < 50; n++) {
      const opened = await post(url, '/device/card-session')
      if (opened.status === 200) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('no session')
  }
})
