import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { bringInTerminal, hireAndSignIn } from '../testing/people.ts'
import { FakeTerminal, type Wire } from '../testing/terminal.ts'

let house: AccessHouse
let people: { first: string; second: string }
let terminal: FakeTerminal
let token: string
beforeAll(async () => {
  house = await openAccessHouse()
  const first = (await hireAndSignIn(house, 'system1', ['systemAdmin'])).cookie
  people = { first, second: (await hireAndSignIn(house, 'security1', ['securityAdmin'])).cookie }
})
beforeEach(async () => {
  terminal = await bringInTerminal(house, people)
  token = (await terminal.layCard()).json().token
})
afterAll(() => house.close())

const echo = '/api/licensing/echo'
const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const all = <T>(query: ReturnType<typeof sql<T>>) =>
  house.services.database.within({ areas: 'all' }, async tx => (await query.execute(tx)).rows)
const stateOf = async (of: FakeTerminal) =>
  (await all(sql<{ state: string }>`select state from access.terminal where id = ${of.terminalId}`))[0]?.state

describe('a signed request', () => {
  it('is the terminal’s, or the citizen’s who stands there', async () => {
    expect((await terminal.send({ path: echo })).json().who).toBe(`terminal:${terminal.terminalId}`)
    expect((await terminal.send({ path: `${echo}?q=1`, session: token })).json().who).toMatch(/^citizen:/u)
  })

  it('costs one SQL statement, with the citizen’s session in it', async () => {
    const asked: string[] = []
    const { pool } = house.test.database
    const client = await pool.connect()
    const own = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown }
    client.release()
    const { query } = own
    own.query = function (this: unknown, ...args: unknown[]) {
      const [first] = args
      asked.push(typeof first === 'string' ? first : String((first as { text?: string }).text))
      return query.apply(this, args)
    }
    try {
      expect((await terminal.send({ path: echo, session: token })).statusCode).toBe(200)
      expect(asked).toHaveLength(1)
      asked.length = 0
      const forged = terminal.sign({ path: echo })
      forged.headers['x-yzt-mac'] = '0'.repeat(64)
      expect(codeOf(await terminal.deliver(forged))).toBe('macWrong')
      expect(asked).toEqual([])
    } finally {
      own.query = query
    }
  })

  it('is refused the second time, and so is every older one', async () => {
    const wires = [1, 2, 3].map(() => terminal.sign({ path: echo, session: token }))
    const [one, two, three] = wires as [Wire, Wire, Wire]
    expect((await terminal.deliver(two)).statusCode).toBe(200)
    expect(codeOf(await terminal.deliver(two))).toBe('counterReplayed')
    expect(codeOf(await terminal.deliver(one))).toBe('counterReplayed')
    expect((await terminal.deliver(three)).statusCode).toBe(200)
  })

  it('lets one of two through that come at once with one counter', async () => {
    const wire = terminal.sign({ path: echo })
    const codes = (await Promise.all(Array.from({ length: 8 }, () => terminal.deliver(wire)))).map(r => r.statusCode)
    expect(codes.toSorted()).toEqual([200, 401, 401, 401, 401, 401, 401, 401])
  })

  it('is refused on another’s channel, on an unknown one and after its twelve hours', async () => {
    const other = await bringInTerminal(house, people)
    const wire = terminal.sign({ path: echo })
    wire.headers['x-yzt-terminal'] = other.terminalId
    expect(codeOf(await terminal.deliver(wire))).toBe('channelUnknown')
    await all(sql`delete from access.channel where terminal_id = ${other.terminalId}`)
    expect(codeOf(await other.send({ path: echo }))).toBe('channelUnknown')
    house.clock.advance({ hours: 12 })
    expect(codeOf(await terminal.send({ path: echo }))).toBe('channelUnknown')
    house.clock.advance({ hours: -12 })
  })

  it('does not raise the counter when its code is wrong: a stranger cannot push the terminal out', async () => {
    const wire = terminal.sign({ path: echo })
    wire.headers['x-yzt-counter'] = '9007199254740991'
    expect(codeOf(await terminal.deliver(wire))).toBe('macWrong')
    expect((await terminal.send({ path: echo })).statusCode).toBe(200)
  })
})

describe('a handshake', () => {
  it('ends the old channel and the session on it', async () => {
    const old = terminal.sign({ path: echo, session: token })
    expect((await terminal.shakeHands()).statusCode).toBe(200)
    expect(codeOf(await terminal.deliver(old))).toBe('channelUnknown')
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
    expect((await terminal.send({ path: echo })).statusCode).toBe(200)
  })

  it('with a counter that has not grown freezes the terminal, tells the house, and shuts out both machines', async () => {
    const clone = new FakeTerminal(house.app)
    Object.assign(clone, {
      keys: terminal.keys,
      terminalId: terminal.terminalId,
      bootCounter: terminal.bootCounter - 1,
    })
    const caught = await clone.shakeHands()
    expect([caught.statusCode, codeOf(caught)]).toEqual([403, 'terminalCloned'])
    expect(await stateOf(terminal)).toBe('frozen')
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('terminalFrozen')
    expect(codeOf(await terminal.shakeHands())).toBe('terminalFrozen')
    const told = await all(sql`select payload from platform.announcement where event = 'access.terminalCloned'
      and payload->>'terminalId' = ${terminal.terminalId}`)
    expect(told).toEqual([{ payload: { terminalId: terminal.terminalId, areaCode: '440785103' } }])
    const audited = await all(sql`select action, outcome, reason from platform.audit_entry
      where subject = ${terminal.terminalId} and action in ('access.openChannel', 'access.freezeTerminal') and
        (outcome = 'refused' or action = 'access.freezeTerminal') order by action`)
    expect(audited).toEqual([
      { action: 'access.freezeTerminal', outcome: 'allowed', reason: null },
      { action: 'access.openChannel', outcome: 'refused', reason: 'terminalCloned' },
      { action: 'access.openChannel', outcome: 'refused', reason: 'terminalFrozen' },
    ])
  })

  it('of a clone that is ahead gives itself away at the honest machine’s next one', async () => {
    const clone = new FakeTerminal(house.app)
    Object.assign(clone, {
      keys: terminal.keys,
      terminalId: terminal.terminalId,
      bootCounter: terminal.bootCounter + 5,
    })
    expect((await clone.shakeHands()).statusCode).toBe(200)
    expect(codeOf(await terminal.send({ path: echo }))).toBe('channelUnknown')
    expect(codeOf(await terminal.shakeHands())).toBe('terminalCloned')
    expect(codeOf(await clone.send({ path: echo }))).toBe('terminalFrozen')
  })

  it('with a wrong signature freezes nobody: a stranger cannot take a terminal out of service', async () => {
    const stranger = new FakeTerminal(house.app)
    stranger.terminalId = terminal.terminalId
    expect(codeOf(await stranger.shakeHands(1))).toBe('signatureWrong')
    stranger.terminalId = '00000000-0000-4000-8000-000000000000'
    expect(codeOf(await stranger.shakeHands(1))).toBe('signatureWrong')
    expect(await stateOf(terminal)).toBe('active')
  })

  it('among twenty at once with one counter opens one channel', async () => {
    terminal.bootCounter += 1
    const { bootCounter } = terminal
    const replies = await Promise.all(Array.from({ length: 20 }, () => terminal.shakeHands(bootCounter)))
    expect(replies.filter(reply => reply.statusCode === 200)).toHaveLength(1)
    expect(await stateOf(terminal)).toBe('frozen')
  })
})

it('brings a frozen terminal back only by two people and with a fresh key', async () => {
  await terminal.shakeHands(1)
  const { rows } = await house.services.database.within({ areas: 'all' }, tx =>
    sql<{ code: string }>`select code from access.terminal where id = ${terminal.terminalId}`.execute(tx),
  )
  const again = await bringInTerminal(house, people, { code: rows[0]?.code ?? '' })
  expect(again.terminalId).toBe(terminal.terminalId)
  expect((await again.send({ path: echo })).statusCode).toBe(200)
  expect(codeOf(await terminal.shakeHands(99))).toBe('signatureWrong')
})
