import type { FastifyInstance, InjectOptions } from 'fastify'
import { hmacSm3, makeSm2KeyPair, randomBytes, sm2Decrypt, sm2Encrypt, sm2Sign, sm3, sm4Seal } from '#platform/crypto'
import type { CardFields, Envelope, InnerAct } from '../contract.ts'
import { cardOf } from './cards.ts'

export interface Letter {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly session?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What goes over the wire; tests change it on its way. */
export interface Wire {
  method: string
  url: string
  headers: Record<string, string>
  payload?: string
  remoteAddress?: string
}

/** A terminal as decision 0002 describes it, written apart from the agent so that the two check each other. */
export class FakeTerminal {
  readonly keys = makeSm2KeyPair()
  bootCounter = 0
  counter = 0
  terminalId = ''
  channelId = ''
  key: Buffer = Buffer.alloc(0)
  sealingKey = ''
  readonly app: FastifyInstance

  constructor(app: FastifyInstance) {
    this.app = app
  }

  async redeem(code: string) {
    const payload = { code, publicKey: this.keys.publicKey }
    const reply = await this.app.inject({ method: 'POST', url: '/api/access/terminal-enrolments/redeem', payload })
    const { terminalId = '', serverSealingKey = '' } = reply.json()
    if (reply.statusCode === 200) Object.assign(this, { terminalId, sealingKey: serverSealingKey })
    return reply
  }

  /** Raises the counter first, as the agent does on its disk. */
  async shakeHands(bootCounter = ++this.bootCounter) {
    const nonce = randomBytes(16).toString('hex')
    const text = `yzt-channel-v1\n${this.terminalId}\n${bootCounter}\n${nonce}`
    const signature = sm2Sign(this.keys.privateKey, this.keys.publicKey, text)
    const payload = { terminalId: this.terminalId, bootCounter, nonce, version: '1.0.0', signature }
    const reply = await this.app.inject({ method: 'POST', url: '/api/access/terminal-channels', payload })
    if (reply.statusCode === 200) {
      this.channelId = reply.json().channelId
      this.key = sm2Decrypt(this.keys.privateKey, reply.json().wrappedKey)
      this.counter = 0
    }
    return reply
  }

  /** The next request, signed but not sent. */
  sign({ method = 'GET', path, body, session = '', headers = {} }: Letter): Wire {
    this.counter += 1
    const payload = body === undefined ? '' : JSON.stringify(body)
    const digest = sm3(payload).toString('hex')
    const text = ['yzt-request-v1', this.channelId, this.counter, method, path, digest, session].join('\n')
    return {
      method,
      url: path,
      headers: {
        ...headers,
        'x-yzt-terminal': this.terminalId,
        'x-yzt-channel': this.channelId,
        'x-yzt-counter': String(this.counter),
        'x-yzt-mac': hmacSm3(this.key, text).toString('hex'),
        ...(session ? { 'x-yzt-session': session } : {}),
        ...(payload ? { 'content-type': 'application/json' } : {}),
      },
      ...(payload ? { payload } : {}),
    }
  }

  deliver(wire: Wire) {
    return this.app.inject(wire as InjectOptions)
  }

  send(letter: Letter) {
    return this.deliver(this.sign(letter))
  }

  layCard(card: Partial<CardFields> = {}) {
    return this.send({ method: 'POST', path: '/api/access/card-sessions', body: { card: cardOf(card) } })
  }

  seal(act: Partial<InnerAct>): Envelope {
    const key = randomBytes(16)
    const { iv, ciphertext, tag } = sm4Seal(key, JSON.stringify(act))
    const wrappedKey = sm2Encrypt(this.sealingKey, key)
    return { wrappedKey, iv: iv.toString('hex'), ciphertext: ciphertext.toString('hex'), tag: tag.toString('hex') }
  }

  sendAct(envelope: Envelope, key: string) {
    const headers = { 'idempotency-key': key }
    return this.send({ method: 'POST', path: '/api/access/terminal-acts', body: envelope, headers })
  }
}
