import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, bringInTerminal, hireAndSignIn } from '../testing/people.ts'
import { FakeTerminal } from '../testing/terminal.ts'

let house: AccessHouse
let first: string
let second: string
const as = (cookie: string) => asStaff(house, cookie)
beforeAll(async () => {
  house = await openAccessHouse()
  first = (await hireAndSignIn(house, 'system1', ['systemAdmin'])).cookie
  second = (await hireAndSignIn(house, 'security1', ['securityAdmin'])).cookie
})
afterAll(() => house.close())

const place = (code: string) => ({ code, name: '沙湖镇模拟村终端', areaCode: '440785103' })
const propose = (code: string) => as(first)('POST', '/api/access/terminals', place(code))
const confirm = (id: string) => as(second)('POST', `/api/access/terminals/${id}/confirmation`)
const revoke = (id: string) => as(second)('POST', `/api/access/terminals/${id}/revocation`, { reason: '被盗' })
const codeOf = (reply: { json(): { code: string } }) => reply.json().code

describe('bringing in a terminal', () => {
  it('takes two people and a code that works once', async () => {
    const proposed = await propose('SH-01')
    expect(proposed.json()).toMatchObject({ state: 'proposed', proposedBy: '模拟system1', confirmedBy: null })
    const confirmed = await confirm(proposed.json().id)
    expect(confirmed.json()).toMatchObject({ expiresAt: '2026-11-23T02:16:00Z' })
    const terminal = new FakeTerminal(house.app)
    expect((await terminal.redeem(confirmed.json().code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200)
    expect(codeOf(await new FakeTerminal(house.app).redeem(confirmed.json().code))).toBe('enrolmentCodeWrong')
    const list = (await as(second)('GET', '/api/access/terminals')).json()
    expect(list.items).toContainEqual(
      expect.objectContaining({ code: 'SH-01', state: 'active', confirmedBy: '模拟security1' }),
    )
  })

  it('lets neither administrator do the work of the other', async () => {
    expect(codeOf(await as(second)('POST', '/api/access/terminals', place('SH-02')))).toBe('notPermitted')
    const { id } = (await propose('SH-02')).json()
    expect(codeOf(await as(first)('POST', `/api/access/terminals/${id}/confirmation`))).toBe('notPermitted')
  })

  it('refuses one person in both parts by name, even after a change of role', async () => {
    const { id } = (await propose('SH-03')).json()
    await house.services.database.within({ areas: 'all' }, tx =>
      sql`update access.staff set roles = array['securityAdmin'] where account = 'system1'`.execute(tx),
    )
    expect(codeOf(await as(first)('POST', `/api/access/terminals/${id}/confirmation`))).toBe('secondPersonNeeded')
    await house.services.database.within({ areas: 'all' }, tx =>
      sql`update access.staff set roles = array['systemAdmin'] where account = 'system1'`.execute(tx),
    )
  })

  it('keeps the code nowhere: the database has its hash, the kept reply only a number', async () => {
    const { code } = (await confirm((await propose('SH-04')).json().id)).json()
    const { rows } = await house.services.database.within({ areas: 'all' }, tx =>
      sql<{
        all: string
      }>`select coalesce(string_agg(row_to_json(i)::text, ' '), '') as all from platform.idempotency i`.execute(tx),
    )
    expect(rows[0]?.all).toContain('enrolmentId')
    expect(rows[0]?.all).not.toContain(code)
  })

  it('ends a code after a quarter of an hour, and the one before when a new one is given', async () => {
    const { id } = (await propose('SH-05')).json()
    const old = (await confirm(id)).json().code
    const fresh = (await confirm(id)).json().code
    expect(codeOf(await new FakeTerminal(house.app).redeem(old))).toBe('enrolmentCodeWrong')
    house.clock.advance({ minutes: 15 })
    expect(codeOf(await new FakeTerminal(house.app).redeem(fresh))).toBe('enrolmentCodeExpired')
    const again = new FakeTerminal(house.app)
    first = (await hireAndSignIn(house, 'system2', ['systemAdmin'])).cookie
    second = (await hireAndSignIn(house, 'security2', ['securityAdmin'])).cookie
    expect((await again.redeem((await confirm(id)).json().code)).statusCode).toBe(200)
  })

  it('refuses a key that is no point of the curve before the code is spent', async () => {
    const { code } = (await confirm((await propose('SH-06')).json().id)).json()
    const bad = { code, publicKey: `04${'11'.repeat(64)}` }
    const reply = await house.app.inject({
      method: 'POST',
      url: '/api/access/terminal-enrolments/redeem',
      payload: bad,
    })
    expect(codeOf(reply)).toBe('publicKeyInvalid')
    expect((await new FakeTerminal(house.app).redeem(code)).statusCode).toBe(200)
  })

  it('refuses a foreign area, a taken code and a place that is none', async () => {
    const at = (areaCode: string) => as(first)('POST', '/api/access/terminals', { ...place('SH-07'), areaCode })
    expect(codeOf(await at('440784101'))).toBe('areaOutsideScope')
    expect(codeOf(await at('44078'.padEnd(7, '0')))).toBe('areaCodeUnknown')
    expect(codeOf(await propose('SH-01'))).toBe('terminalCodeTaken')
  })
})

describe('stopping a terminal', () => {
  it('refuses its very next request, and its handshake, and signs out who stood there', async () => {
    const terminal = await bringInTerminal(house, { first, second })
    const { token } = (await terminal.layCard()).json()
    expect((await terminal.send({ path: '/api/licensing/echo', session: token })).statusCode).toBe(200)
    expect((await revoke(terminal.terminalId)).json()).toMatchObject({ state: 'revoked' })
    const refused = await terminal.send({ path: '/api/licensing/echo', session: token })
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'terminalRevoked'])
    expect(codeOf(await terminal.shakeHands())).toBe('terminalRevoked')
    const { rows } = await house.services.database.within({ areas: 'all' }, tx =>
      sql`select ended_because from access.card_session where terminal_id = ${terminal.terminalId}`.execute(tx),
    )
    expect(rows).toEqual([{ endedBecause: 'terminalStopped' }])
  })

  it('is final, and frees the number for the machine that follows', async () => {
    const { id } = (await propose('SH-10')).json()
    expect((await revoke(id)).statusCode).toBe(200)
    expect(codeOf(await revoke(id))).toBe('terminalMoveRefused')
    expect(codeOf(await confirm(id))).toBe('terminalMoveRefused')
    expect((await propose('SH-10')).statusCode).toBe(200)
  })

  it('hides terminals of another county as if they did not exist', async () => {
    const { id } = (await propose('SH-11')).json()
    const foreign = await hireAndSignIn(house, 'security9', ['securityAdmin'], ['440784'])
    expect((await as(foreign.cookie)('GET', '/api/access/terminals')).json()).toEqual({ items: [], total: 0 })
    expect(codeOf(await as(foreign.cookie)('POST', `/api/access/terminals/${id}/confirmation`))).toBe('terminalMissing')
    const gone = await as(foreign.cookie)('POST', `/api/access/terminals/${id}/revocation`, { reason: 'x' })
    expect([gone.statusCode, codeOf(gone)]).toEqual([404, 'terminalMissing'])
  })
})
