import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { randomBytes, sm2Decrypt } from '#platform/crypto'
import type { Journal } from '../journal/journal.ts'
import type { Identity } from './identity.ts'
import { type Answer, jsonOf, type Post } from './post-office.ts'
import { channelSignature } from './signature.ts'

/** An open channel 信道: one key for all requests of up to twelve hours. */
export interface Channel {
  id: string
  key: Buffer
  /** The last number used; each request takes the next one. */
  counter: number
  /** By this machine's clock, in milliseconds. */
  expiresAt: number
  /** How far this machine's clock is ahead of the server's, in milliseconds. */
  clockAheadMs: number
}

const Opened = Type.Object({
  channelId: Type.String(),
  wrappedKey: Type.String(),
  serverTime: Type.String(),
  expiresAt: Type.String(),
})

/**
 * Shakes hands with the server. The boot counter is raised and fsynced first: a copy of this terminal that shakes
 * hands with the same number gives itself away.
 */
export async function openChannel(
  post: Post,
  who: { identity: Identity; journal: Journal; version: string; now: number },
): Promise<Channel | Answer> {
  const bootCounter = who.journal.contents.bootCounter + 1
  if (!who.journal.append({ kind: 'boot', counter: bootCounter }).ok) return { kind: 'noAnswer', neverSent: true }
  const nonce = randomBytes(16).toString('hex')
  const body = {
    terminalId: who.identity.terminalId,
    bootCounter,
    nonce,
    version: who.version,
    signature: channelSignature(who.identity, bootCounter, nonce),
  }
  const answer = await post({
    method: 'POST',
    path: '/api/access/terminal-channels',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  })
  if (answer.kind === 'noAnswer' || answer.status >= 300) return answer
  return channelOf(jsonOf(answer), who) ?? { kind: 'noAnswer', neverSent: false }
}

/** undefined for a reply that is not of our server (a portal of a hotel network answers 200 to everything). */
function channelOf(reply: unknown, who: { identity: Identity; now: number }): Channel | undefined {
  if (!Value.Check(Opened, reply)) return undefined
  try {
    const key = sm2Decrypt(who.identity.privateKey, reply.wrappedKey)
    const serverNow = Date.parse(reply.serverTime)
    const life = Date.parse(reply.expiresAt) - serverNow
    if (key.length !== 32 || Number.isNaN(life)) return undefined
    return { id: reply.channelId, key, counter: 0, expiresAt: who.now + life, clockAheadMs: who.now - serverNow }
  } catch {
    return undefined
  }
}
