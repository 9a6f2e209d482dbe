import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agentProcess, ended, makeRig, type Rig, until } from './testing/rig.ts'

let rig: Rig
let child: Awaited<ReturnType<typeof agentProcess>>
beforeAll(async () => {
  rig = await makeRig()
  await rig.agent.stop()
  child = await agentProcess({
    dataDir: rig.dataDir,
    port: 0,
    server: rig.dock.proxyUrl,
    reader: `tcp:127.0.0.1:${rig.dock.readerPort}`,
    printer: rig.dock.printerUrl,
  })
})
afterAll(async () => {
  await ended(child.child)
  await rig.stop()
})

const phone = '13877776666'
const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(child.url + path, {
    method: 'POST',
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

/** Every form in which a word may lie on a disk. */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word, 'utf8')
  const utf16 = Buffer.from(word, 'utf16le')
  return [
    utf8,
    utf16,
    Buffer.from(utf8.toString('hex')),
    Buffer.from(utf8.toString('base64').replace(/=+$/, '').slice(0, -1)),
    Buffer.from(JSON.stringify(word).slice(1, -1)),
  ]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
}

function hits(words: string[]): string[] {
  const places = filesIn(rig.dataDir).map(path => [path, readFileSync(path)] as const)
  const all = [...places, ['what the process said', Buffer.from(child.output())] as const]
  return all.flatMap(([path, bytes]) =>
    words.flatMap(word => (formsOf(word).some(form => bytes.includes(form)) ? [`${word} in ${path}`] : [])),
  )
}

describe('after a session with a card, an act that could not be sent, and a print', () => {
  it('nothing personal lies in the data folder or in what the process said', async () => {
    const card = rig.dock.cards.find(other => other.id === 'elder')
    const words = [card?.name ?? '', card?.idNo ?? '', card?.address ?? '', phone, 'CANARY-PAGE', 'CANARY-WORD']
    rig.dock.lay('elder')
    await until(() => rig.dock.devices.reader.card !== undefined)
    let status = 0
    for (let n = 0; n < 50 && status !== 200; n++) {
      status = (await post('/device/card-session')).status
      if (status !== 200) await new Promise(resolve => setTimeout(resolve, 100))
    }
    const [token] = rig.server.sessions
    expect(token).toBeDefined()
    const printed = await post('/device/prints', { printId: 'p-canary', url: '/api/licensing/prints/p-canary/page' })
    expect(await printed.json()).toEqual({ outcome: 'printed' })
    await fetch(`${child.url}/api/licensing/search?q=CANARY-WORD`)
    await post('/api/licensing/nowhere', 'CANARY-WORD'.repeat(100_000))
    const act = { phone, name: card?.name, note: 'CANARY-WORD' }
    const headers = { 'x-yzt-act': '1', 'idempotency-key': 'key-canary-1' }
    rig.dock.devices.network.fault = 'cut'
    expect((await post('/api/licensing/renewals', act, headers)).status).toBe(202)
    await fetch(`${child.url}/device/card-session`, { method: 'DELETE' })

    const state = (await (await fetch(`${child.url}/device/state`)).json()) as { pendingActs: number }
    expect(state.pendingActs).toBe(1)
    // The scan must be able to find something, or its silence means nothing.
    expect(hits(['key-canary-1'])).toHaveLength(1)
    expect(hits([...words, token ?? ''])).toEqual([])
    expect(JSON.stringify(state)).not.toContain(card?.name)
  })

  it('nor of a report without a card: its words, its receipt, its slip', async () => {
    rig.dock.devices.network.fault = 'pass'
    const report = { channel: 'kiosk', matter: 'other', text: 'CANARY-REPORT', photos: [], nonce: 'a'.repeat(32) }
    const sent = await post('/api/intelligence/reports', report, { 'idempotency-key': 'key-report-1' })
    const { receipt } = (await sent.json()) as { receipt: string }
    expect((await (await post('/device/slips', { receipt })).json()) as object).toEqual({ outcome: 'printed' })
    expect((await post('/device/slips', { receipt: `${receipt}1` })).status).toBe(400)
    const seen = rig.server.seen.filter(({ path }) => path.includes('/reports'))
    expect(seen.map(({ path, session }) => [path, session])).toEqual([
      ['/api/intelligence/reports', undefined],
      ['/api/intelligence/reports/slip', undefined],
    ])
    expect(hits([receipt, 'CANARY-REPORT', 'CANARY-SLIP', 'reports/slip', 'key-report-1'])).toEqual([])
  })

  it('all files of the data folder are readable by their owner only', () => {
    for (const path of filesIn(rig.dataDir)) expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600])
  })

  it('the act still reaches the server when the network is back', async () => {
    rig.dock.devices.network.fault = 'pass'
    await until(() => rig.server.acts.length === 1)
    expect(rig.server.acts[0]?.act.body).toMatchObject({ phone })
  })
})
