import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DeviceState } from './contract.ts'
import { makeRig, newFolder, ptyPair, quickTimers, type Rig, until } from './testing/rig.ts'

/** The real agent against a small server that speaks decision 0002; the reader through a pseudo-terminal. */
let rig: Rig
let pty: Awaited<ReturnType<typeof ptyPair>>
beforeAll(async () => {
  pty = await ptyPair(newFolder())
  rig = await makeRig({ readerTty: pty.b, reader: `tty:${pty.a}` })
  await until(() => rig.agent.terminal.state().reader === 'ready')
})
afterAll(async () => {
  await rig?.stop()
  await pty.pull()
})
afterEach(async () => {
  rig.dock.devices.reader.fault = 'none'
  rig.dock.devices.printer.fault = 'none'
  rig.server.override = undefined
  rig.dock.lay(null)
  await rig.ask('/device/card-session', { method: 'DELETE' })
})

describe('the state of the devices', () => {
  it('is what the contract says, and comes again by event when a card is laid', async () => {
    const { body } = await rig.ask('/device/state')
    expect(Value.Check(DeviceState, body)).toBe(true)
    expect(body).toMatchObject({
      terminal: { name: '沙湖镇模拟村终端', town: '沙湖镇' },
      demo: true,
      reader: 'ready',
      printer: { state: 'idle', reasons: [] },
      uplink: 'online',
      pendingActs: 0,
      storage: 'ok',
    })
    const gone = new AbortController()
    const events = await fetch(`${rig.agent.url}/device/events`, { signal: gone.signal })
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    rig.dock.lay('retailer')
    let text = ''
    for await (const chunk of events.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.includes('"reader":"cardPresent"')) break
    }
    gone.abort()
  })
})

describe('a session by card', () => {
  it('gives the page the masked person, and neither number nor token', async () => {
    const { status, body } = await rig.signIn()
    expect(status).toBe(200)
    expect(body).toEqual({
      person: { name: '陈**', idNoMasked: expect.stringMatching(/^\*{14}/), elder: false },
      endsInSeconds: 300,
      idleSeconds: 60,
      portrait: expect.any(Boolean),
    })
    expect(rig.server.seen.find(seen => seen.path === '/api/access/card-sessions')?.body).toContain(
      '"ethnicGroup":"01"',
    )
    expect(rig.server.seen.every(seen => !seen.body.includes('沙湖镇模拟村一巷'))).toBe(true)
  })

  it('makes the page’s requests in the citizen’s session, signed by the terminal', async () => {
    await rig.signIn()
    expect(await rig.ask('/api/licensing/my/licences?all=1')).toMatchObject({
      status: 200,
      body: { items: [{ shopName: '模拟商店' }] },
    })
    expect(rig.server.seen.at(-1)?.session).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is over on the server as well when the page ends it', async () => {
    await rig.signIn()
    expect(rig.server.sessions.size).toBe(1)
    expect((await rig.ask('/device/card-session', { method: 'DELETE' })).status).toBe(204)
    expect(rig.server.sessions.size).toBe(0)
    await rig.ask('/api/licensing/my/licences')
    expect(rig.server.seen.at(-1)?.session).toBeUndefined()
  })

  it('is extended by the page', async () => {
    expect((await rig.post('/device/card-session/extend')).body).toMatchObject({ code: 'sessionMissing' })
    await rig.signIn()
    expect((await rig.post('/device/card-session/extend')).body).toEqual({ endsInSeconds: 300, idleSeconds: 60 })
  })

  it.each([
    ['pulledMidRead', 'retailer', 'cardPulled', 422],
    ['none', 'unreadable', 'cardUnreadable', 422],
    ['none', 'resident-permit', 'cardUnsupported', 422],
    ['none', 'foreigner', 'cardUnsupported', 422],
    ['none', 'wrong-check', 'cardMalformed', 422],
    ['badChecksum', 'retailer', 'cardUnreadable', 422],
    ['shortFrame', 'retailer', 'cardUnreadable', 422],
    ['silent', 'retailer', 'readerAbsent', 503],
  ] as const)('with reader fault %s and card %s is refused as %s', async (fault, card, code, status) => {
    await rig.restart({ timers: quickTimers })
    rig.dock.devices.reader.fault = fault
    const refused = await rig.signIn(card)
    expect(refused).toMatchObject({ status, body: { code, status } })
    expect((refused.body as { next: string }).next).not.toBe('')
  })

  it.each(['noise', 'splitFrames'] as const)('opens all the same through %s', async fault => {
    rig.dock.devices.reader.fault = fault
    expect((await rig.signIn('rare-name')).status).toBe(200)
  })

  it('passes on what the server refuses by name', async () => {
    expect(await rig.signIn('expired')).toMatchObject({ status: 422, body: { code: 'cardExpired' } })
  })

  it('speaks English when asked', async () => {
    rig.dock.lay('wrong-check')
    expect((await rig.post('/device/card-session?lang=en')).body).toMatchObject({
      title: 'The data on the card contradict each other',
    })
  })

  it('reads nothing more once the page has gone', async () => {
    const gone = new AbortController()
    const asked = rig.ask('/device/card-session', { method: 'POST', signal: gone.signal }).catch(() => 'gone')
    await new Promise(resolve => setTimeout(resolve, 200))
    expect((await rig.post('/device/card-session')).body).toMatchObject({ code: 'sessionBusy' })
    gone.abort()
    expect(await asked).toBe('gone')
    await new Promise(resolve => setTimeout(resolve, 700))
    expect((await rig.signIn()).status).toBe(200)
  })
})

describe('printing', () => {
  const print = (id: string) => rig.post('/device/prints', { printId: id, url: `/api/licensing/prints/${id}/page` })
  const outcomes = (id: string) => rig.server.seen.filter(seen => seen.path === `/api/licensing/prints/${id}/outcome`)

  it('prints the page and reports it once, as the terminal', async () => {
    await rig.signIn()
    expect((await print('p-good')).body).toEqual({ outcome: 'printed' })
    expect(rig.dock.devices.printer.pages.at(-1)?.document.toString()).toContain('CANARY-PAGE')
    await until(() => outcomes('p-good').length > 0)
    expect(outcomes('p-good')).toMatchObject([
      { body: '{"outcome":"printed","reason":"completed"}', session: undefined },
    ])
  })

  it.each([
    ['paperOut', 'paperOut', 'failed'],
    ['jam', 'jam', 'failed'],
    ['off', 'printerAbsent', 'failed'],
  ] as const)('with the printer fault %s says %s', async (fault, outcome, reported) => {
    await rig.signIn()
    rig.dock.devices.printer.fault = fault
    expect((await print(`p-${fault}`)).body).toEqual({ outcome })
    await until(() => outcomes(`p-${fault}`).length > 0)
    expect(JSON.parse(outcomes(`p-${fault}`)[0]?.body ?? '')).toEqual({ outcome: reported, reason: outcome })
  })

  it('prints again after a refill only under a new print id', async () => {
    await rig.signIn()
    rig.dock.devices.printer.fault = 'paperOut'
    expect((await print('p-first')).body).toEqual({ outcome: 'paperOut' })
    rig.dock.devices.printer.fault = 'none'
    const before = rig.dock.devices.printer.pages.length
    expect((await print('p-first')).body).toEqual({ outcome: 'paperOut' })
    expect(rig.dock.devices.printer.pages.length).toBe(before)
    expect((await print('p-second')).body).toEqual({ outcome: 'printed' })
    expect(rig.dock.devices.printer.pages.length).toBe(before + 1)
  })

  it('prints one page for two presses', async () => {
    await rig.signIn()
    const before = rig.dock.devices.printer.pages.length
    const both = await Promise.all([print('p-double'), print('p-double')])
    expect(both.map(one => one.body)).toEqual([{ outcome: 'printed' }, { outcome: 'printed' }])
    expect(rig.dock.devices.printer.pages.length).toBe(before + 1)
  })

  it.each([
    { printId: 'x', url: 'http://elsewhere/api/licensing/prints/x/page' },
    { printId: 'x', url: '/api/licensing/prints/../x/page' },
    { printId: 'x', url: '/api/access/me' },
    { printId: '../x', url: '/api/licensing/prints/x/page' },
    { url: '/api/licensing/prints/x/page' },
    {},
  ])('refuses %j', async body => {
    expect(await rig.post('/device/prints', body)).toMatchObject({ status: 400, body: { code: 'badRequest' } })
  })

  it('prints nothing outside a session', async () => {
    expect(await print('p-nobody')).toMatchObject({ status: 401, body: { code: 'sessionMissing' } })
  })
})

describe('calling a helper', () => {
  it('works with and without a session', async () => {
    expect(await rig.post('/device/call-helper', { step: 'idle' })).toMatchObject({ status: 201 })
    expect(rig.server.seen.at(-1)).toMatchObject({ path: '/api/access/help-calls', body: '{"step":"idle"}' })
  })
})

describe('the cable of the reader', () => {
  it('may come out and in again', async () => {
    await pty.pull()
    await until(() => rig.agent.terminal.state().reader === 'absent')
    expect((await rig.signIn()).body).toMatchObject({ code: 'readerAbsent' })
    const { a } = pty
    pty = await ptyPair(a.replace(/\/reader-a$/, ''))
    await until(() => rig.agent.terminal.state().reader !== 'absent')
    expect((await rig.signIn()).status).toBe(200)
  })
})

describe('pages that are not ours', () => {
  const url = (path: string) => path
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    for (const path of ['/device/state', '/api/licensing/my/licences', '/dock/api/state', '/kiosk/'])
      expect((await rig.ask(url(path), { headers })).body).toMatchObject({ code: 'foreignPage' })
  })

  it('a name that was pointed at this machine (DNS rebinding) is refused', async () => {
    const { request } = await import('node:http')
    const status = await new Promise(resolve => {
      const asked = request(`${rig.agent.url}/device/state`, { headers: { host: 'evil.example' } }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.end()
    })
    expect(status).toBe(403)
  })

  it('even our own page may not speak as the terminal or forge a card', async () => {
    for (const path of ['card-sessions', 'terminal-heartbeats', 'terminal-acts', 'staff-sessions', 'terminals'])
      expect((await rig.post(`/api/access/${path}`, {})).body).toMatchObject({ code: 'notForThePage' })
  })

  it.each(['/api/%2e%2e/x', '/api/a%2Fb', '/api/access%2fcard-sessions', '/api//access/card-sessions'])(
    'an address with a second meaning (%s) is refused',
    async path => {
      expect([400, 403, 404]).toContain((await rig.ask(path)).status)
      expect(rig.server.seen.some(seen => seen.path === path)).toBe(false)
    },
  )

  it('gets a policy without inline script, and nothing is stored', async () => {
    const { headers } = await rig.ask('/device/state')
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    // Only the page itself may start WebAssembly.
    const page = (await rig.ask('/kiosk/')).headers.get('content-security-policy')
    expect(page).toContain("script-src 'self' 'wasm-unsafe-eval';")
  })
})

describe('the dock', () => {
  it('shows its panel, lays a card and keeps the printed page for viewing', async () => {
    expect((await rig.ask('/dock')).body).toContain('模拟设备')
    expect((await rig.ask('/dock/panel.js')).status).toBe(200)
    expect((await rig.post('/dock/api/card', { cardId: 'elder' })).body).toMatchObject({ cardId: 'elder' })
    expect((await rig.post('/dock/api/card', { cardId: 'nobody' })).status).toBe(400)
    expect((await rig.post('/dock/api/fault', { printer: 'jam' })).body).toMatchObject({ printer: 'jam' })
    expect((await rig.post('/dock/api/fault', { printer: 'on fire' })).status).toBe(400)
    const page = await rig.ask('/dock/api/prints/1')
    expect(page.body).toContain('%PDF-')
    expect((await rig.ask('/dock/api/prints/99')).status).toBe(404)
  })
})
