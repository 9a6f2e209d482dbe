import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { hmacSm3, makeSm2KeyPair, randomBytes, sm2Decrypt, sm2Sign, sm3 } from '#platform/crypto'
import { sealAct } from '../../agent/uplink/seal.ts'
import type { BenchShop } from './shops.ts'

/** A terminal of the bench: its own key, a real handshake, one citizen's session, one sealed renewal in hand. */
export interface BenchTerminal {
  readonly id: string
  /** Each terminal calls from an address of its own, as the limits per address expect; all of 127/8 is this machine. */
  readonly address: string
  readonly keys: { readonly privateKey: string; readonly publicKey: string }
  channelId: string
  key: Buffer
  counter: number
  session: string
  shop: BenchShop | undefined
  /** What happens in the timed part: the envelope, sealed before. */
  letter: { readonly path: string; readonly body: string; readonly headers: Record<string, string> } | undefined
  idempotencyKey: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 2000 })

export interface Answer {
  readonly status: number
  readonly body: string
}

/** Enrolment needs two members of staff and a code a terminal; here the rows are written directly, the keys are real. */
export async function enrolTerminals(ownerUrl: string, count: number): Promise<BenchTerminal[]> {
  const terminals = Array.from(
    { length: count },
    (_, index): BenchTerminal => ({
      id: randomUUID(),
      address: `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`,
      keys: makeSm2KeyPair(),
      channelId: '',
      key: Buffer.alloc(0),
      counter: 0,
      session: '',
      shop: undefined,
      letter: undefined,
      idempotencyKey: randomUUID(),
    }),
  )
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`select set_config('app.areas', '*', false)`)
  const rows = terminals.map(({ id, keys }, index) => ({ id, key: keys.publicKey, code: `BENCH-${index + 1}` }))
  await client.query(
    `insert into access.terminal (id, code, name, area_code, state, proposed_by, proposed_at, confirmed_by, confirmed_at, public_key, activated_at)
     select (r->>'id')::uuid, r->>'code', r->>'code', '440785103', 'active', (select min(id::text)::uuid from access.staff), now(),
       (select max(id::text)::uuid from access.staff), now(), r->>'key', now() from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(rows)],
  )
  await client.end()
  return terminals
}

/** 信道 (decision 0002 §2). */
export async function shakeHands(server: string, terminal: BenchTerminal): Promise<void> {
  const nonce = randomBytes(16).toString('hex')
  const text = `yzt-channel-v1\n${terminal.id}\n1\n${nonce}`
  const signature = sm2Sign(terminal.keys.privateKey, terminal.keys.publicKey, text)
  const body = JSON.stringify({ terminalId: terminal.id, bootCounter: 1, nonce, version: 'bench', signature })
  const answer = await post(server, '/api/access/terminal-channels', { body, headers: {}, from: terminal.address })
  if (answer.status !== 200) throw new Error(`handshake: ${answer.status} ${answer.body}`)
  const { channelId, wrappedKey } = JSON.parse(answer.body) as { channelId: string; wrappedKey: string }
  terminal.channelId = channelId
  terminal.key = sm2Decrypt(terminal.keys.privateKey, wrappedKey)
}

/** The retailer lays the card; the renewal is filled in, signed and sealed, and waits. */
export async function layCard(
  server: string,
  terminal: BenchTerminal,
  shop: BenchShop,
  house: { sealingKey: string; consentVersion: string },
): Promise<void> {
  const { name, idNo, birth } = shop
  const card = { name, sex: '1', ethnicGroup: '01', birth, idNo, issuer: '恩平市公安局' }
  const body = JSON.stringify({ card: { ...card, validFrom: '2015-05-01', validTo: '长期' } })
  const answer = await signed(server, terminal, { path: '/api/access/card-sessions', body, headers: {} })
  if (answer.status !== 200) throw new Error(`card: ${answer.status} ${answer.body}`)
  terminal.session = (JSON.parse(answer.body) as { token: string }).token
  terminal.shop = shop
  const now = new Date().toISOString()
  const act = {
    method: 'POST',
    url: '/api/licensing/applications',
    body: {
      service: 'renewal',
      licenceNo: shop.licenceNo,
      answers: {},
      deliver: { mode: 'electronic', address: null },
      phone: null,
      consent: { version: house.consentVersion, agreed: true },
      signature: { kind: 'handwritten', width: 600, height: 300, strokes: [[10, 10, 200, 90, 60, 200, 400, 120]] },
      startedAt: now,
    },
    session: terminal.session,
    capturedAt: now,
    idempotencyKey: terminal.idempotencyKey,
  }
  const envelope = JSON.stringify(sealAct(act, house.sealingKey))
  const headers = { 'idempotency-key': terminal.idempotencyKey }
  terminal.letter = { path: '/api/access/terminal-acts', body: envelope, headers }
}

/** The timed part: one sealed renewal, from the first byte sent to the last byte read. */
export async function renew(server: string, terminal: BenchTerminal): Promise<void> {
  if (!terminal.letter) throw new Error('nothing was sealed')
  const answer = await signed(server, terminal, terminal.letter)
  const outcome = answer.status === 200 ? (JSON.parse(answer.body) as { outcome: string }).outcome : ''
  if (outcome !== 'grant') throw new Error(`a renewal was not granted: ${answer.status} ${answer.body.slice(0, 400)}`)
}

/** A request of the terminal itself with its counter and code (decision 0002 §3); the citizen's session is inside the act. */
export function signed(
  server: string,
  terminal: BenchTerminal,
  letter: NonNullable<BenchTerminal['letter']>,
): Promise<Answer> {
  terminal.counter += 1
  const digest = sm3(letter.body).toString('hex')
  const { channelId, counter } = terminal
  const text = ['yzt-request-v1', channelId, counter, 'POST', letter.path, digest, ''].join('\n')
  return post(server, letter.path, {
    from: terminal.address,
    body: letter.body,
    headers: {
      ...letter.headers,
      'x-yzt-terminal': terminal.id,
      'x-yzt-channel': channelId,
      'x-yzt-counter': String(counter),
      'x-yzt-mac': hmacSm3(terminal.key, text).toString('hex'),
    },
  })
}

function post(
  server: string,
  path: string,
  sent: { body: string; headers: Record<string, string>; from: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...sent.headers }
    const asked = request(`${server}${path}`, { method: 'POST', agent, headers, localAddress: sent.from }, reply => {
      const parts: Buffer[] = []
      reply.on('data', part => parts.push(part as Buffer))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
    })
    asked.on('error', reject)
    asked.end(sent.body)
  })
}
