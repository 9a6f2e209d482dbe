import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdAct } from './actions/held-acts.ts'
import { callAs, type InnerCaller, takeInnerCaller } from './inner-calls.ts'
import { asStaff, hireAndSignIn } from './testing/people.ts'
import type { FakeTerminal } from './testing/terminal.ts'
import { openWorld } from './testing/world.ts'

// Each of these stands behind another guard that the ordinary way meets first; here the first one is taken away.
let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let token: string
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  terminal = await world.newTerminal()
  token = (await terminal.layCard()).json().token
})
afterAll(() => world.house.close())

const echo = '/api/licensing/echo'
const codeOf = (reply: { json(): { code: string } }) => reply.json().code

describe('a request', () => {
  it.each([
    ['revoked', 'terminalRevoked'],
    ['frozen', 'terminalFrozen'],
  ])('of a %s terminal is refused although its channel is still there', async (state, refusal) => {
    await world.all(sql`update access.terminal set state = ${state} where id = ${terminal.terminalId}`)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe(refusal)
  })

  it('in a session that its channel does not know is refused although the session is open', async () => {
    await world.all(sql`update access.channel set session_id = null where terminal_id = ${terminal.terminalId}`)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
  })

  it('with the token of an ended session is refused although its channel still names it', async () => {
    await world.all(sql`update access.card_session set ended_at = now(), ended_because = 'person'
      where terminal_id = ${terminal.terminalId}`)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
  })

  it('of somebody whose account was closed is nobody’s although the session is open', async () => {
    const { cookie, account } = await hireAndSignIn(world.house, `closed${terminal.bootCounter}`, ['window'])
    const me = async () => (await asStaff(world.house, cookie)('GET', '/api/access/me')).statusCode
    expect(await me()).toBe(200)
    await world.all(sql`update access.staff set state = 'closed' where account = ${account}`)
    expect(await me()).toBe(401)
  })
})

it('an enrolment that was redeemed says so in its row, whatever the terminal’s state', async () => {
  const rows = await world.all(
    sql`select from access.terminal_enrolment where terminal_id = ${terminal.terminalId} and redeemed_at is null`,
  )
  expect(rows).toEqual([])
})

it('a held act stays one although no kept reply remembers it', async () => {
  const hex = { wrappedKey: 'ab', iv: 'ab', ciphertext: 'ab', tag: 'ab' }
  const asked = { terminalId: terminal.terminalId, actKey: 'same-key', envelope: hex, reason: 'actUnreadable' } as const
  const { database } = world.house.services
  for (const _ of [1, 2]) await database.within({ areas: 'all' }, tx => holdAct(tx, asked, world.house.clock.now()))
  const told = await world.all(sql`select from platform.announcement where event = 'access.actHeld'`)
  expect([await world.all(sql`select from access.held_act`), told].map(rows => rows.length)).toEqual([1, 1])
})

it('a ticket for an inner call is good once, and not after the call', async () => {
  const caller: InnerCaller = { actor: { kind: 'terminal', terminalId: 't' }, capturedAt: world.house.clock.now() }
  const ticket = await callAs(caller, async given => {
    expect(takeInnerCaller(given)).toBe(caller)
    expect(takeInnerCaller(given)).toBeUndefined()
    return given
  })
  expect(takeInnerCaller(ticket)).toBeUndefined()
  const unused = await callAs(caller, async given => given)
  expect(takeInnerCaller(unused)).toBeUndefined()
})
