import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sm2Encrypt } from '#platform/crypto'
import type { InnerAct } from '../contract.ts'
import { asStaff, hireAndSignIn } from '../testing/people.ts'
import type { FakeTerminal } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let session: { token: string; sessionId: string }
let window: string
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  terminal = await world.newTerminal()
  session = (await terminal.layCard()).json()
})
afterAll(() => world.house.close())

const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const now = () => world.house.clock.now().instant
const actOf = (changes: Partial<InnerAct> = {}): InnerAct => ({
  method: 'POST',
  url: '/api/licensing/echo',
  body: { text: 'a' },
  session: session.token,
  capturedAt: now().toString(),
  idempotencyKey: randomUUID(),
  ...changes,
})
const send = (act: Partial<InnerAct>, key: string = act.idempotencyKey ?? randomUUID()) =>
  terminal.sendAct(terminal.seal(act), key)
const held = () =>
  world.all(
    sql<{
      reason: string
    }>`select reason from access.held_act where terminal_id = ${terminal.terminalId} order by received_at`,
  )

describe('a sealed act', () => {
  it('is run as the citizen who made it, at the time it was captured', async () => {
    const capturedAt = now().toString()
    world.house.clock.advance({ hours: 5 })
    const reply = await send(actOf({ capturedAt }))
    expect(reply.json()).toMatchObject({ who: `citizen:${session.sessionId}`, capturedAt })
  })

  it('is done once, however often it is sent', async () => {
    const envelope = terminal.seal(actOf({ idempotencyKey: 'the-one-key' }))
    const one = await terminal.sendAct(envelope, 'the-one-key')
    const two = await terminal.sendAct(envelope, 'the-one-key')
    expect([one.statusCode, two.body]).toEqual([200, one.body])
  })

  it('is the terminal’s own when nobody stands there, and the call for help goes the same way', async () => {
    const reply = await send(actOf({ session: '' }))
    expect(reply.json().who).toBe(`terminal:${terminal.terminalId}`)
    const call = await send(actOf({ url: '/api/access/help-calls', body: { step: '签名' } }))
    expect(call.json()).toMatchObject({ message: expect.stringContaining('帮办') })
  })

  it('has the inner reply for its own, refusals included: status, type and bytes', async () => {
    const refused = await send(actOf({ body: { text: 'refuse' } }))
    expect([refused.statusCode, refused.headers['content-type'], codeOf(refused)]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      'holderUnderAge',
    ])
    expect(await send(actOf({ body: { wrong: 1 } }))).toMatchObject({ statusCode: 400 })
    expect(codeOf(await send(actOf({ url: '/api/licensing/nowhere' })))).toBe('notFound')
    expect(codeOf(await send(actOf({ url: '/api/licensing/decide', body: null })))).toBe('notPermitted')
    expect(await held()).toEqual([])
  })
})

describe('an act that the machine may not place is kept for a person, and then refused', () => {
  const refusedAs = async (changes: Partial<InnerAct>, reason: string) => {
    const before = (await held()).length
    const reply = await send(actOf(changes))
    expect([reply.statusCode, codeOf(reply)]).toEqual([422, 'actHeld'])
    expect((await held()).slice(before)).toEqual([{ reason }])
  }

  it('of a session nobody knows, or of another terminal', async () => {
    await refusedAs({ session: 'A'.repeat(43) }, 'actSessionUnknown')
    const other = await world.newTerminal()
    const { token } = (await other.layCard()).json()
    await refusedAs({ session: token }, 'actSessionUnknown')
  })

  it('captured outside of the session by more than the clocks may differ', async () => {
    await refusedAs({ capturedAt: now().add({ hours: 1 }).toString() }, 'actTimeDoubtful')
    await refusedAs({ capturedAt: now().subtract({ minutes: 11 }).toString() }, 'actTimeDoubtful')
  })

  it('of a terminal that said its clock is wrong when the session was opened', async () => {
    const pulse = { version: '1', reader: 'ok', printer: 'ok', paper: 'ok', pendingActs: 0, diskFreeMb: 9 }
    const body = { ...pulse, faults: ['clockWrong'] }
    expect((await terminal.send({ method: 'POST', path: '/api/access/terminal-heartbeats', body })).statusCode).toBe(
      200,
    )
    session = (await terminal.layCard()).json()
    await refusedAs({}, 'actTimeDoubtful')
  })

  it('for a door that is not the citizens’', async () => {
    await refusedAs({ url: '/api/access/terminals' }, 'actNotAllowed')
    await refusedAs({ method: 'DELETE' }, 'actNotAllowed')
  })

  it('once, however often it is sent', async () => {
    const envelope = terminal.seal(actOf({ session: 'B'.repeat(43) }))
    const codes = [await terminal.sendAct(envelope, 'held-once-1'), await terminal.sendAct(envelope, 'held-once-1')]
    expect(codes.map(codeOf)).toEqual(['actHeld', 'actHeld'])
    expect(await held()).toHaveLength(1)
    const told = await world.all(sql`select from platform.announcement where event = 'access.actHeld'
      and payload->>'terminalId' = ${terminal.terminalId}`)
    expect(told).toHaveLength(1)
  })

  it('when the envelope was made for another key or altered anywhere', async () => {
    const good = terminal.seal(actOf())
    const flip = (hex: string, at: number) => {
      const digit = (Number.parseInt(hex.charAt(at), 16) ^ 1).toString(16)
      return hex.slice(0, at) + digit + hex.slice(at + 1)
    }
    const parts = fc.constantFrom('wrappedKey', 'iv', 'ciphertext', 'tag')
    let count = 0
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), async (part, at) => {
        const envelope = { ...good, [part]: flip(good[part], at % good[part].length) }
        expect(codeOf(await terminal.sendAct(envelope, `altered-${count++}`))).toBe('actHeld')
      }),
      { numRuns: 60 },
    )
    const foreign = { ...good, wrappedKey: sm2Encrypt(terminal.keys.publicKey, Buffer.alloc(16)) }
    expect(codeOf(await terminal.sendAct(foreign, 'foreign-key'))).toBe('actHeld')
    expect(new Set((await held()).map(row => row.reason))).toEqual(new Set(['actUnreadable']))
  })

  it('whatever is inside of it', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async inside => {
        const reply = await terminal.sendAct(terminal.seal(inside as InnerAct), `inside-${count++}`)
        expect(codeOf(reply)).toBe('actHeld')
      }),
      { numRuns: 40 },
    )
  })
})

describe('the person who settles it', () => {
  it('sees it in the own area, looks inside with a line in the ledger, and settles it once', async () => {
    window = (await hireAndSignIn(world.house, 'window1', ['window'])).cookie
    const foreign = (await hireAndSignIn(world.house, 'window2', ['window'], ['440784'])).cookie
    await send(actOf({ capturedAt: now().add({ hours: 1 }).toString(), body: { phone: '模拟电话' } }))
    const as = asStaff(world.house, window)
    const list = (await as('GET', '/api/access/held-acts')).json().items
    const { id } = list.at(-1)
    expect(list.at(-1)).toMatchObject({ reason: 'actTimeDoubtful', settledAt: null })
    expect((await asStaff(world.house, foreign)('GET', '/api/access/held-acts')).json().items).toEqual([])
    expect(codeOf(await asStaff(world.house, foreign)('POST', `/api/access/held-acts/${id}/opening`))).toBe(
      'heldActMissing',
    )
    const opened = (await as('POST', `/api/access/held-acts/${id}/opening`)).json()
    expect(opened).toMatchObject({ act: { body: { phone: '模拟电话' } }, person: { name: '模拟甲' } })
    const looked = await world.all(
      sql`select actor from platform.audit_entry where action = 'access.openHeldAct' and outcome = 'allowed'`,
    )
    expect(looked).toHaveLength(1)
    const kept = await world.all(
      sql<{ text: string }>`select coalesce(string_agg(reply::text, ' '), '') as text from platform.idempotency`,
    )
    expect(kept[0]?.text).not.toContain('模拟电话')
    const settle = () => as('POST', `/api/access/held-acts/${id}/settlement`, { note: '已电话联系，重新受理' })
    expect((await settle()).statusCode).toBe(204)
    expect(codeOf(await settle())).toBe('heldActSettled')
  })
})

it('cannot be entered from outside: the inner header is a ticket of this process, good once', async () => {
  for (const ticket of ['', 'A'.repeat(43), 'undefined']) {
    const reply = await world.house.app.inject({ url: '/api/licensing/echo', headers: { 'x-yzt-inner': ticket } })
    expect(codeOf(reply)).toBe('notSignedIn')
  }
})
