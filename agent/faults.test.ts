import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeptAct } from './contract.ts'
import { makeRig, quickTimers, type Rig, until } from './testing/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await makeRig()
})
afterEach(() => rig.stop())

const act = (key: string, body: unknown = { licenceNo: '440785100001', phone: '13800000000' }) =>
  rig.post('/api/licensing/renewals?lang=en', body, { 'x-yzt-act': '1', 'idempotency-key': key })
const pending = () => rig.agent.terminal.state().pendingActs
const actPosts = () => rig.server.seen.filter(seen => seen.path === '/api/access/terminal-acts')

describe('an act', () => {
  it('is sealed to the server, sent with its key, and its reply is the page’s reply', async () => {
    await rig.signIn()
    const [session] = rig.server.sessions
    expect(await act('key-online-1')).toMatchObject({ status: 201, body: { applicationNo: 'A1' } })
    expect(rig.server.acts).toMatchObject([
      {
        key: 'key-online-1',
        act: {
          method: 'POST',
          url: '/api/licensing/renewals',
          body: { licenceNo: '440785100001', phone: '13800000000' },
          session,
          idempotencyKey: 'key-online-1',
        },
      },
    ])
    expect(pending()).toBe(0)
    await until(() => statSync(join(rig.dataDir, 'journal', 'journal')).size < 200)
  })

  it('needs a session and a key that can be one', async () => {
    expect(await act('key-no-session')).toMatchObject({ status: 401, body: { code: 'sessionMissing' } })
    await rig.signIn()
    expect(await act('no key')).toMatchObject({ status: 400 })
    expect(rig.server.acts).toEqual([])
  })

  it('tapped twice is one act with one answer, at once and later; other contents under its key are refused', async () => {
    await rig.signIn()
    const both = await Promise.all([act('key-double-1'), act('key-double-1')])
    expect(both.map(one => one.body)).toEqual([{ applicationNo: 'A1' }, { applicationNo: 'A1' }])
    expect((await act('key-double-1')).body).toEqual({ applicationNo: 'A1' })
    expect(actPosts()).toHaveLength(1)
    expect(await act('key-double-1', { other: true })).toMatchObject({
      status: 422,
      body: { code: 'keyReused' },
    })
  })

  it('is kept when the network is cut, and sent once with the same key when it is back', async () => {
    await rig.signIn()
    rig.dock.devices.network.fault = 'cut'
    const kept = await act('key-cut-1')
    expect(kept.status).toBe(202)
    expect(Value.Check(KeptAct, kept.body)).toBe(true)
    expect(await act('key-cut-1')).toEqual({ ...kept, headers: expect.anything() })
    await act('key-cut-2')
    expect(pending()).toBe(2)
    expect(rig.agent.terminal.state().uplink).toBe('offline')
    rig.dock.devices.network.fault = 'pass'
    await until(() => pending() === 0)
    expect(rig.server.acts.map(seen => seen.key)).toEqual(['key-cut-1', 'key-cut-2'])
  })

  it.each([
    ['on the way up', 'up', 100],
    ['after the server had it, before the reply', 'down', 0],
    ['in the middle of the reply', 'down', 60],
  ] as const)('cut %s is kept, not called failed, and done once', async (_, direction, bytes) => {
    await rig.signIn()
    rig.dock.devices.network.cutAfter = { bytes, direction }
    rig.dock.devices.network.fault = 'cutAfter'
    expect(await act('key-half-1')).toMatchObject({ status: 202 })
    rig.dock.devices.network.fault = 'pass'
    await until(() => pending() === 0)
    expect(rig.server.acts.map(seen => seen.key)).toEqual(['key-half-1'])
  })

  it('waits while the server has troubles, honouring Retry-After, and goes out afterwards', async () => {
    await rig.signIn()
    rig.server.override = seen =>
      seen.path.endsWith('/terminal-acts') ? { status: 503, headers: { 'retry-after': '1' } } : undefined
    const start = Date.now()
    expect(await act('key-busy-1')).toMatchObject({ status: 202 })
    const tries = actPosts().length
    rig.server.override = undefined
    await until(() => pending() === 0)
    expect(Date.now() - start).toBeGreaterThan(900)
    expect(actPosts().length).toBeGreaterThan(tries)
    expect(rig.server.acts).toHaveLength(1)
  })

  it('that the server refuses is refused on the screen and not kept', async () => {
    await rig.signIn()
    rig.server.override = seen =>
      seen.path.endsWith('/terminal-acts') ? { status: 422, body: { code: 'tooEarlyToRenew' } } : undefined
    expect(await act('key-refused-1')).toMatchObject({ status: 422, body: { code: 'tooEarlyToRenew' } })
    expect(pending()).toBe(0)
  })

  it('refused after the citizen has left is kept for a person and told to the bureau', async () => {
    await rig.signIn()
    rig.dock.devices.network.fault = 'cut'
    await act('key-late-no')
    rig.server.override = seen =>
      seen.path.endsWith('/terminal-acts') ? { status: 409, body: { code: 'alreadyRenewing' } } : undefined
    rig.dock.devices.network.fault = 'pass'
    await until(() => pending() === 0)
    rig.server.override = undefined
    await rig.restart()
    const beats = () => rig.server.seen.filter(seen => seen.path.endsWith('/terminal-heartbeats'))
    await until(() => beats().at(-1)?.body.includes('actRefusedUnseen:1') ?? false)
  })

  it('that is no answer at all is told apart for other writes: nobody says it failed', async () => {
    await rig.signIn()
    rig.dock.devices.network.cutAfter = { bytes: 0, direction: 'down' }
    rig.dock.devices.network.fault = 'cutAfter'
    expect(await rig.post('/api/licensing/drafts', {})).toMatchObject({ body: { code: 'answerUnknown' } })
    rig.dock.devices.network.fault = 'pass'
  })
})

describe('the terminal’s standing', () => {
  it('makes one new channel when the server has forgotten the old one', async () => {
    await rig.signIn()
    const before = rig.server.handshakes
    rig.server.forgetChannels()
    expect((await rig.ask('/api/licensing/my/licences')).status).toBe(200)
    expect(rig.server.handshakes).toBe(before + 1)
  })

  it('raises the boot counter on its disk at every start', async () => {
    const terminalId = rig.agent.terminal.state().terminal.id
    const counter = () => rig.server.terminal(terminalId)?.bootCounter ?? 0
    const before = counter()
    await rig.restart()
    expect(counter()).toBeGreaterThan(before)
  })

  it('is frozen when a copy of it shakes hands', async () => {
    const terminal = rig.server.terminal(rig.agent.terminal.state().terminal.id)
    if (terminal) terminal.bootCounter = 1000
    rig.server.forgetChannels()
    await rig.ask('/api/licensing/my/licences')
    expect(rig.agent.terminal.state().uplink).toBe('frozen')
    expect((await rig.signIn()).body).toMatchObject({ code: 'terminalFrozen' })
  })

  it('hears in a heartbeat that it is revoked, and what the bureau tells everybody', async () => {
    rig.server.heartbeat = { notice: '今天17时停机维护。', revoked: false }
    await rig.restart()
    await until(() => rig.agent.terminal.state().notice === '今天17时停机维护。')
    rig.server.heartbeat = { notice: null, revoked: true }
    await rig.restart()
    await until(() => rig.agent.terminal.state().uplink === 'revoked')
  })

  it('says at once that its clock is wrong, before the next act comes', async () => {
    rig.server.clockAheadMs = 11 * 60_000
    const before = rig.server.seen.length
    await rig.restart()
    const beats = () => rig.server.seen.slice(before).filter(seen => seen.path.endsWith('/terminal-heartbeats'))
    await until(() => beats().length === 2)
    expect(beats()[1]?.body).toContain('clockWrong')
    expect(beats()[0]?.body).not.toContain('clockWrong')
  })

  it('tells soon, not after half a minute, that a device broke and was mended', async () => {
    const beat = () => rig.server.seen.findLast(seen => seen.path.endsWith('/terminal-heartbeats'))?.body ?? '{}'
    await rig.restart({ timers: quickTimers })
    await until(() => beat().includes('"faults":[]'))
    rig.dock.devices.printer.fault = 'jam'
    await until(() => beat().includes('"faults":["jam"]'))
    rig.dock.devices.printer.fault = 'none'
    await until(() => beat().includes('"faults":[]'))
  })

  it('tells the server its health by name', async () => {
    await rig.restart({ timers: quickTimers })
    rig.dock.devices.printer.fault = 'paperOut'
    await until(() => rig.agent.terminal.state().printer.state === 'stopped')
    await rig.restart()
    const beat = () => rig.server.seen.findLast(seen => seen.path.endsWith('/terminal-heartbeats'))?.body ?? '{}'
    await until(() => JSON.parse(beat()).version === '0.1.0')
    expect(Object.keys(JSON.parse(beat())).sort()).toEqual(
      ['diskFreeMb', 'faults', 'paper', 'pendingActs', 'printer', 'reader', 'settingsVersion', 'version'].sort(),
    )
  })
})

describe('storage', () => {
  it('that is full is said before the citizen types, and nothing new is begun', async () => {
    await rig.restart({ journalLimits: { leastFreeBytes: Number.MAX_SAFE_INTEGER, reserveBytes: 0 } })
    expect(rig.agent.terminal.state().storage).toBe('full')
    expect((await rig.signIn()).body).toMatchObject({ code: 'storageFull' })
  })

  it('that was damaged is mended at the start and reported in the heartbeat', async () => {
    await rig.agent.stop()
    const path = join(rig.dataDir, 'journal', 'journal')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('half a rec')]))
    await rig.restart()
    const beats = () => rig.server.seen.filter(seen => seen.path.endsWith('/terminal-heartbeats'))
    await until(() => beats().some(seen => seen.body.includes('journalTailCut:10')))
  })
})
