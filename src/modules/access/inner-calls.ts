import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { randomBytes } from '#platform/crypto'

/** For whom the server calls itself: the author of a sealed act, and when it counts. */
export interface InnerCaller {
  readonly actor: Actor
  readonly capturedAt: Moment
}

export const innerHeader = 'x-yzt-inner'

// Tickets live in this process only, for the length of one call, and each is good once: there is no secret that a request
// from outside could ever repeat.
const waiting = new Map<string, InnerCaller>()

/** Runs `call` with a ticket that authenticates one inner request as `caller`. */
export async function callAs<T>(caller: InnerCaller, call: (ticket: string) => Promise<T>): Promise<T> {
  const ticket = randomBytes(32).toString('base64url')
  waiting.set(ticket, caller)
  try {
    return await call(ticket)
  } finally {
    waiting.delete(ticket)
  }
}

/** The caller of a ticket, once. */
export function takeInnerCaller(ticket: unknown): InnerCaller | undefined {
  if (typeof ticket !== 'string') return undefined
  const caller = waiting.get(ticket)
  waiting.delete(ticket)
  return caller
}
