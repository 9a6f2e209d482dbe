import { hmacSm3, timingSafeEqual } from '#platform/crypto'
import type { Journal } from '../journal/journal.ts'
import type { Timers } from '../time.ts'
import { type Channel, openChannel } from './channel.ts'
import type { Identity } from './identity.ts'
import { type Answer, type Letter, type Post, problemCode } from './post-office.ts'
import { requestMac } from './signature.ts'
import { turnstile } from './turnstile.ts'

type LineState = 'online' | 'offline' | 'revoked' | 'frozen' | 'notEnrolled'

export interface SignedLetter extends Letter {
  /** Token of the citizen's session, if the request is made in one. */
  session?: string
  lane: 'front' | 'back'
}

export interface SignedLine {
  readonly state: LineState
  /** Milliseconds this machine's clock is ahead of the server's; undefined before the first handshake. */
  readonly clockAheadMs: number | undefined
  send(letter: SignedLetter): Promise<Answer>
  /** Whether a text was signed with the key of the channel that is open now; `textOf` is told the channel's id. */
  vouches(mac: string, textOf: (channelId: string) => string): boolean
  /** The server said so in a heartbeat. */
  markRevoked(): void
}

export interface LineParts {
  identity: Identity
  journal: Journal
  post: Post
  timers: Timers
  version: string
  changed(): void
}

/** A channel that the server no longer accepts, for whatever reason, is replaced once a request. */
const staleChannel = new Set(['channelUnknown', 'macWrong', 'counterReplayed'])

/** Refusals after which this terminal may ask nothing more until people have acted. */
const silencing: Readonly<Record<string, LineState>> = {
  terminalRevoked: 'revoked',
  terminalFrozen: 'frozen',
  terminalCloned: 'frozen',
  terminalUnknown: 'notEnrolled',
}

/** Signs requests with the channel's key and sends them one after the other (decision 0002 §3). */
export function signedLine(parts: LineParts): SignedLine {
  const { post, timers } = parts
  const gate = turnstile()
  let channel: Channel | undefined
  let state: LineState = 'offline'
  let clockAheadMs: number | undefined

  function note(answer: Answer): Answer {
    const code = problemCode(answer)
    const before = state
    const silenced = silencing[code ?? '']
    state = silenced ?? (answer.kind === 'reply' && answer.status < 500 ? 'online' : 'offline')
    if (silenced) forget()
    if (state !== before) parts.changed()
    return answer
  }

  function forget() {
    channel?.key.fill(0)
    channel = undefined
  }

  async function ensureChannel(): Promise<Channel | Answer> {
    if (channel && channel.expiresAt > timers.now()) return channel
    forget()
    const opened = await openChannel(post, { ...parts, now: timers.now() })
    if ('key' in opened) {
      channel = opened
      clockAheadMs = opened.clockAheadMs
    }
    return opened
  }

  async function sendOnce(letter: SignedLetter): Promise<Answer> {
    const open = await ensureChannel()
    if (!('key' in open)) return note(open)
    open.counter++
    const session = letter.session ?? ''
    const body = letter.body ?? new Uint8Array()
    const mac = requestMac(open.key, { ...letter, channelId: open.id, counter: open.counter, body, session })
    return note(await post({ ...letter, headers: headersOf(letter, open, { mac, session }) }))
  }

  function headersOf(letter: SignedLetter, open: Channel, { mac, session }: { mac: string; session: string }) {
    return {
      ...letter.headers,
      'x-yzt-terminal': parts.identity.terminalId,
      'x-yzt-channel': open.id,
      'x-yzt-counter': String(open.counter),
      'x-yzt-mac': mac,
      ...(session ? { 'x-yzt-session': session } : {}),
    }
  }

  return {
    get state() {
      return state
    },
    get clockAheadMs() {
      return clockAheadMs
    },
    send: letter =>
      gate.pass(letter.lane, async () => {
        const answer = await sendOnce(letter)
        if (answer.kind === 'noAnswer' || answer.status !== 401) return answer
        if (!staleChannel.has(problemCode(answer) ?? '')) return answer
        forget()
        return sendOnce(letter)
      }),
    vouches(mac, textOf) {
      if (!channel) return false
      const expected = hmacSm3(channel.key, textOf(channel.id))
      return timingSafeEqual(expected, Buffer.from(mac, 'hex'))
    },
    markRevoked() {
      state = 'revoked'
      forget()
      parts.changed()
    },
  }
}
