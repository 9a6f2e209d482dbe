import fc from 'fast-check'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { authenticate, type SignedRequest } from '../authenticate.ts'
import type { FakeTerminal, Wire } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let token: string
beforeAll(async () => {
  world = await openWorld()
  terminal = await world.newTerminal()
  token = (await terminal.layCard()).json().token
})
afterAll(() => world.house.close())

const echo = '/api/licensing/echo'

/** One change to a request on its way. */
const tampering = fc.oneof(
  fc.record({ kind: fc.constant('mac' as const), at: fc.nat(63), digit: fc.constantFrom(...'0123456789abcdef') }),
  fc.record({ kind: fc.constant('counter' as const), by: fc.integer({ min: -50, max: 50 }).filter(by => by !== 0) }),
  fc.record({
    kind: fc.constant('url' as const),
    url: fc.constantFrom(`${echo}?q=x`, '/api/licensing/decide'),
  }),
  fc.record({ kind: fc.constant('body' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('session' as const), session: fc.constantFrom('', 'A'.repeat(43)) }),
  fc.record({ kind: fc.constant('channel' as const), id: fc.uuid() }),
  fc.record({
    kind: fc.constant('drop' as const),
    name: fc.constantFrom('x-yzt-channel', 'x-yzt-counter', 'x-yzt-mac'),
  }),
  fc.record({ kind: fc.constant('replay' as const), back: fc.integer({ min: 0, max: 20 }) }),
)

function tamper(wire: Wire, change: typeof tampering extends fc.Arbitrary<infer T> ? T : never): Wire | undefined {
  const headers = { ...wire.headers }
  const set = (name: string, value: string) =>
    headers[name] === value ? undefined : { ...wire, headers: { ...headers, [name]: value } }
  switch (change.kind) {
    case 'mac': {
      const mac = headers['x-yzt-mac'] ?? ''
      return set('x-yzt-mac', mac.slice(0, change.at) + change.digit + mac.slice(change.at + 1))
    }
    case 'counter':
      return set('x-yzt-counter', String(Number(headers['x-yzt-counter']) + change.by))
    case 'url':
      return { ...wire, url: change.url }
    case 'body': {
      const payload = JSON.stringify({ text: change.text })
      return payload === wire.payload ? undefined : { ...wire, payload }
    }
    case 'session':
      return set('x-yzt-session', change.session)
    case 'channel':
      return set('x-yzt-channel', change.id)
    case 'drop': {
      delete headers[change.name]
      return { ...wire, headers }
    }
    case 'replay':
      return undefined
  }
}

/** Brings a request to the door without the rest of the server, so that ten thousand of them take seconds. */
const knock = async ({ method, url, headers, payload = '' }: Wire) => {
  const request = { method, url, headers, rawBody: Buffer.from(payload) } as unknown as FastifyRequest & SignedRequest
  const who = await authenticate(world.house.services)(request)
  return who.ok ? who.value.actor.kind : who.refusal
}

it('lets none of ten thousand altered, reordered and repeated requests pass as anybody, and every honest one', async () => {
  const sent: Wire[] = []
  let honestOnes = 0
  let badOnes = 0
  await fc.assert(
    fc.asyncProperty(tampering, async change => {
      const honest = terminal.sign({ method: 'POST', path: echo, body: { text: 'a' }, session: token })
      const bad = change.kind === 'replay' ? sent.at(-1 - change.back) : tamper(honest, change)
      if (bad) {
        badOnes += 1
        expect(['macWrong', 'counterReplayed'], JSON.stringify(change)).toContain(await knock(bad))
      }
      if (badOnes % 4 !== 0) return
      honestOnes += 1
      sent.push(honest)
      expect(await knock(honest)).toBe('citizen')
    }),
    { numRuns: 10_000 },
  )
  expect(badOnes).toBeGreaterThan(8_000)
  expect(honestOnes).toBeGreaterThan(1_000)
}, 120_000)
