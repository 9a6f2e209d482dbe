import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { CardSession, SessionLife } from '../contract.ts'
import type { CardText } from '../reader/text-block.ts'
import type { Timers } from '../time.ts'
import { type Answer, jsonOf } from './post-office.ts'
import type { SignedLine } from './signed-line.ts'

const Opened = Type.Intersect([Type.Object({ token: Type.String({ minLength: 1 }) }), CardSession])

/** A refusal of our own, or the server's words as they came. */
export type Refused = { code: 'uplinkDown' | 'sessionMissing' } | { answer: Answer & { kind: 'reply' } }

export interface SessionKeeper {
  /** The token of the open session; it never leaves the agent except in signed requests. */
  readonly token: string | undefined
  open(card: CardText, language: string): Promise<CardSession | Refused>
  /** The page is alive: something was asked by it. */
  touch(): void
  extend(): Promise<SessionLife | Refused>
  /** Forgets the token at once and tells the server when it can be told. */
  end(): Promise<void>
}

/** The page counts down by itself; the agent ends the session only when the page did not. */
const graceMs = 5000

export interface SessionHabits {
  /** Called when a session ends, to drop what else was kept of it. */
  forget?(): void
  /** What the bureau set for this terminal; it only ever shortens what the server allows. */
  idleSeconds?(): number | undefined
}

export function sessionKeeper(line: SignedLine, timers: Timers, habits: SessionHabits = {}): SessionKeeper {
  const shorter = <L extends SessionLife>(life: L): L => ({
    ...life,
    idleSeconds: Math.min(life.idleSeconds, habits.idleSeconds?.() ?? life.idleSeconds),
  })
  let token: string | undefined
  let idleMs = 0
  let cancelIdle = () => {}
  let cancelEnd = () => {}

  function live(life: SessionLife) {
    idleMs = life.idleSeconds * 1000 + graceMs
    cancelEnd()
    cancelEnd = timers.after(life.endsInSeconds * 1000 + graceMs, () => void end())
    touch()
  }

  function touch() {
    if (token === undefined) return
    cancelIdle()
    cancelIdle = timers.after(idleMs, () => void end())
  }

  async function end() {
    const ended = token
    token = undefined
    cancelIdle()
    cancelEnd()
    habits.forget?.()
    if (ended === undefined) return
    await line.send({ method: 'DELETE', path: '/api/access/card-sessions/current', session: ended, lane: 'front' })
  }

  async function open(card: CardText, language: string) {
    await end()
    const body = Buffer.from(JSON.stringify({ card: cardFields(card) }))
    const answer = await line.send({
      method: 'POST',
      path: '/api/access/card-sessions',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body,
      lane: 'front',
    })
    body.fill(0)
    const reply = replyOf(answer, Opened)
    if ('code' in reply || 'answer' in reply) return reply
    const { person, endsInSeconds, idleSeconds } = shorter(reply)
    token = reply.token
    live({ endsInSeconds, idleSeconds })
    return { person, endsInSeconds, idleSeconds }
  }

  return {
    get token() {
      return token
    },
    open,
    touch,
    end,
    async extend() {
      if (token === undefined) return { code: 'sessionMissing' }
      touch()
      const path = '/api/access/card-sessions/current/extension'
      const answer = await line.send({ method: 'POST', path, session: token, lane: 'front' })
      const reply = replyOf(answer, SessionLife)
      if ('code' in reply || 'answer' in reply) return reply
      const { endsInSeconds, idleSeconds } = shorter(reply)
      live({ endsInSeconds, idleSeconds })
      return { endsInSeconds, idleSeconds }
    },
  }
}

/** The reply as the schema says; what is not from our server (a portal of some network) counts as no answer. */
export function replyOf<S extends TSchema>(answer: Answer, schema: S): Static<S> | Refused {
  if (answer.kind === 'noAnswer' || answer.status >= 500) return { code: 'uplinkDown' }
  if (answer.status >= 400) return { answer }
  const body = jsonOf(answer)
  return Value.Check(schema, body) ? body : { code: 'uplinkDown' }
}

/** What the server is told of the card (access contract, CardFields): no address, no photo. */
export function cardFields(card: CardText) {
  const { name, sex, ethnicGroup, birth, idNo, issuer, validFrom } = card
  return { name, sex, ethnicGroup, birth, idNo, issuer, validFrom, validTo: card.validTo ?? '长期' }
}
