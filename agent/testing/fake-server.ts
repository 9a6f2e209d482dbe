import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  hmacSm3,
  makeSm2KeyPair,
  randomBytes,
  randomId,
  sm2Decrypt,
  sm2Encrypt,
  sm2Verify,
  sm3,
  sm4Open,
} from '#platform/crypto'

export interface Seen {
  method: string
  path: string
  key: string | undefined
  session: string | undefined
  channel: string | undefined
  body: string
}

interface ActSeen {
  key: string
  act: { method: string; url: string; body: unknown; session: string; capturedAt: string; idempotencyKey: string }
}

interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
  bytes?: Buffer
}

/** A small server that speaks decision 0002 with real keys and checks every signature; what it saw is in lists. */
export async function startFakeServer() {
  const sealing = makeSm2KeyPair()
  const terminals = new Map<string, { publicKey: string; bootCounter: number; frozen: boolean }>()
  const channels = new Map<string, { terminalId: string; key: Buffer; counter: number }>()
  const replies = new Map<string, Reply>()
  const self = {
    url: '',
    sealing,
    seen: [] as Seen[],
    /** Requests before there is a channel. */
    unsigned: [] as Seen[],
    acts: [] as ActSeen[],
    handshakes: 0,
    sessions: new Set<string>(),
    /** Answers a signed request otherwise than usual. */
    override: undefined as ((seen: Seen) => Reply | 'hang' | undefined) | undefined,
    heartbeat: { notice: null as string | null, revoked: false },
    /** 远程设置 to send down; `mac` replaces the right signature. */
    settings: null as { version: number; text: string; mac?: string } | null,
    areas: [{ code: '440785103', name: '沙湖镇' }],
    idleSeconds: 60,
    /** How far the server's clock is ahead of the terminal's. */
    clockAheadMs: 0,
    forgetChannels: () => channels.clear(),
    terminal: (id: string) => terminals.get(id),
    stop: async () => {},
  }

  const problem = (status: number, code: string): Reply => ({ status, body: { code, title: code, next: '', status } })

  function redeem(body: { code: string; publicKey: string }): Reply {
    if (body.code !== 'good-code') return problem(404, 'enrolmentUnknown')
    const terminalId = randomId()
    terminals.set(terminalId, { publicKey: body.publicKey, bootCounter: 0, frozen: false })
    return {
      status: 200,
      body: { terminalId, name: '沙湖镇模拟村终端', areaCode: '440785103', serverSealingKey: sealing.publicKey },
    }
  }

  function openChannel(body: { terminalId: string; bootCounter: number; nonce: string; signature: string }): Reply {
    const terminal = terminals.get(body.terminalId)
    const text = `yzt-channel-v1\n${body.terminalId}\n${body.bootCounter}\n${body.nonce}`
    if (!terminal || !sm2Verify(terminal.publicKey, text, body.signature)) return problem(401, 'signatureWrong')
    if (body.bootCounter <= terminal.bootCounter) terminal.frozen = true
    if (terminal.frozen) return problem(403, 'terminalFrozen')
    terminal.bootCounter = body.bootCounter
    self.handshakes++
    for (const [id, channel] of channels) if (channel.terminalId === body.terminalId) channels.delete(id)
    const key = randomBytes(32)
    const channelId = randomId()
    channels.set(channelId, { terminalId: body.terminalId, key, counter: 0 })
    const now = Date.now() + self.clockAheadMs
    const times = { serverTime: new Date(now).toISOString(), expiresAt: new Date(now + 43_200_000).toISOString() }
    return { status: 201, body: { channelId, wrappedKey: sm2Encrypt(terminal.publicKey, key), ...times } }
  }

  function refusal(request: IncomingMessage, body: Buffer): Reply | undefined {
    const header = (name: string) => String(request.headers[name] ?? '')
    const channel = channels.get(header('x-yzt-channel'))
    if (!channel || channel.terminalId !== header('x-yzt-terminal')) return problem(401, 'channelUnknown')
    const counter = Number(header('x-yzt-counter'))
    const session = header('x-yzt-session')
    const parts = ['yzt-request-v1', header('x-yzt-channel'), counter, request.method, request.url]
    const text = [...parts, sm3(body).toString('hex'), session].join('\n')
    if (hmacSm3(channel.key, text).toString('hex') !== header('x-yzt-mac')) return problem(401, 'macWrong')
    if (counter <= channel.counter) return problem(401, 'counterReplayed')
    channel.counter = counter
    if (session && !self.sessions.has(session)) return problem(401, 'sessionUnknown')
    return undefined
  }

  function openAct(seen: Seen): Reply {
    const known = replies.get(seen.key ?? '')
    if (known) return known
    const envelope = JSON.parse(seen.body)
    const hex = (text: string) => Buffer.from(text, 'hex')
    const key = sm2Decrypt(sealing.privateKey, envelope.wrappedKey)
    const plain = sm4Open(key, { iv: hex(envelope.iv), ciphertext: hex(envelope.ciphertext), tag: hex(envelope.tag) })
    const act = JSON.parse(plain.toString('utf8'))
    self.acts.push({ key: seen.key ?? '', act })
    const reply = { status: 201, body: { applicationNo: `A${self.acts.length}` } }
    replies.set(seen.key ?? '', reply)
    return reply
  }

  function openSession(seen: Seen): Reply {
    const { card } = JSON.parse(seen.body)
    if (card.validTo !== '长期' && card.validTo < '2026-11-23') return problem(422, 'cardExpired')
    const token = randomBytes(16).toString('hex')
    self.sessions.add(token)
    const person = {
      name: `${card.name.slice(0, 1)}**`,
      idNoMasked: `**************${card.idNo.slice(-4)}`,
      elder: false,
    }
    return {
      status: 201,
      body: { token, sessionId: randomId(), person, endsInSeconds: 300, idleSeconds: self.idleSeconds },
    }
  }

  /** 远程设置, signed as the real server does. */
  function orderFor(channelId = '') {
    const key = channels.get(channelId)?.key
    if (self.settings === null || key === undefined) return null
    const { version, text } = self.settings
    const mac = hmacSm3(key, ['yzt-settings-v1', channelId, version, text].join('\n')).toString('hex')
    return { version, text, mac: self.settings.mac ?? mac }
  }

  function usual(seen: Seen): Reply {
    const at = `${seen.method} ${seen.path.split('?')[0]}`
    if (at === 'POST /api/access/terminal-acts') return openAct(seen)
    if (at === 'POST /api/access/card-sessions') return openSession(seen)
    if (at === 'POST /api/access/card-sessions/current/extension')
      return { status: 200, body: { endsInSeconds: 300, idleSeconds: self.idleSeconds } }
    if (at === 'DELETE /api/access/card-sessions/current') {
      self.sessions.delete(seen.session ?? '')
      return { status: 204 }
    }
    if (/^POST \/api\/access\/desk-readings\/[^/]+\/card$/.test(at)) {
      if (seen.body.includes('over-over')) return problem(409, 'deskReadingOver')
      const person = { name: '模**', idNoMasked: '**************0011', elder: false }
      return { status: 200, body: { counterId: 'counter-1', person, endsAt: '2026-11-23T03:00:00Z' } }
    }
    if (at === 'POST /api/access/terminal-heartbeats')
      return {
        status: 200,
        body: { ...self.heartbeat, serverTime: new Date().toISOString(), settings: orderFor(seen.channel) },
      }
    if (/^GET \/api\/licensing\/prints\/[^/]+\/page$/.test(at))
      return {
        status: 200,
        bytes: Buffer.from('%PDF-1.7 模拟数据 CANARY-PAGE'),
        headers: { 'content-type': 'application/pdf' },
      }
    if (at === 'POST /api/intelligence/reports') return { status: 200, body: { receipt: '4929000000000008' } }
    if (at === 'POST /api/intelligence/reports/slip')
      return {
        status: 200,
        bytes: Buffer.from('%PDF-1.7 模拟数据 CANARY-SLIP'),
        headers: { 'content-type': 'application/pdf' },
      }
    if (/\/outcome$/.test(at)) return { status: 200, body: {} }
    if (at === 'POST /api/access/help-calls') return { status: 201, body: { id: randomId(), message: '已通知帮办员' } }
    if (at === 'GET /api/licensing/my/licences') return { status: 200, body: { items: [{ shopName: '模拟商店' }] } }
    return problem(404, 'notFound')
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const path = request.url ?? ''
    const one = (name: string) => request.headers[name]?.toString()
    const seen = {
      channel: one('x-yzt-channel'),
      method: request.method ?? '',
      path,
      key: one('idempotency-key'),
      session: one('x-yzt-session'),
      body: bytes.toString(),
    }
    let reply: Reply | 'hang' | undefined
    if (!one('x-yzt-mac')) self.unsigned.push(seen)
    if (path === '/api/registry/areas') reply = { status: 200, body: { items: self.areas } }
    else if (path === '/api/access/terminal-enrolments/redeem') reply = redeem(JSON.parse(seen.body))
    else if (path === '/api/access/terminal-channels') reply = openChannel(JSON.parse(seen.body))
    else {
      reply = refusal(request, bytes)
      if (!reply) self.seen.push(seen)
      reply ??= self.override?.(seen) ?? usual(seen)
    }
    if (reply === 'hang') return
    const type = reply.status >= 400 ? 'application/problem+json' : 'application/json'
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers })
    response.end(reply.bytes ?? (reply.body === undefined ? '' : JSON.stringify(reply.body)))
  }

  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  self.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  self.stop = () =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return self
}

export type FakeServer = Awaited<ReturnType<typeof startFakeServer>>
