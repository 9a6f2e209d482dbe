import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeSession } from '../index.ts'
import { closeSessions } from '../jobs.ts'
import { personIndexOf } from '../secrets.ts'
import { cardOf, citizenIdOf } from '../testing/cards.ts'
import { hireAndSignIn } from '../testing/people.ts'
import type { FakeTerminal } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  terminal = await world.newTerminal()
})
afterAll(() => world.house.close())

const echo = '/api/licensing/echo'
const current = '/api/access/card-sessions/current'
const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const wait = (seconds: number) => world.house.clock.advance({ seconds })
const open = async () => (await terminal.layCard()).json() as { token: string; sessionId: string }
const end = (sessionId: string) =>
  world.all(sql<{ endedBecause: string | null }>`select ended_because from access.card_session where id = ${sessionId}`)

describe('a card on the reader', () => {
  it('opens a session whose person is masked, for the times of the policy', async () => {
    const reply = (await terminal.layCard()).json()
    expect(reply).toMatchObject({
      person: { name: '模**', idNoMasked: `**************${citizenIdOf('19850302').slice(-4)}`, elder: false },
      endsInSeconds: 300,
      idleSeconds: 60,
    })
    expect((await terminal.layCard({ birth: '1950-01-02', idNo: citizenIdOf('19500102') })).json().person.elder).toBe(
      true,
    )
    // 老年占比 counts a word of the visit; no column of the view is of the person.
    const visits = await world.all(
      sql`select elder, v.* from access.published_card_visit v where terminal_id = ${terminal.terminalId} order by elder`,
    )
    expect(visits).toMatchObject([{ elder: false, openedOn: '2026-11-23' }, { elder: true }])
    expect(Object.keys(visits[0] ?? {}).sort()).toEqual(
      ['areaCode', 'elder', 'id', 'openedOn', 'terminalId', 'terminalName'].sort(),
    )
  })

  it('is refused by name when it may not, and opens nothing', async () => {
    const before = await world.all(sql`select id from access.card_session`)
    const child = { birth: '2015-01-02', idNo: citizenIdOf('20150102'), validFrom: '2020-01-01' }
    expect(codeOf(await terminal.layCard({ validTo: '2026-11-22' }))).toBe('cardExpired')
    expect(codeOf(await terminal.layCard(child))).toBe('holderUnderAge')
    expect(codeOf(await terminal.layCard({ idNo: '440785198503020010' }))).toBe('cardMalformed')
    expect(await world.all(sql`select id from access.card_session`)).toEqual(before)
  })

  it('is no card of a page: only a terminal may lay one down', async () => {
    const url = '/api/access/card-sessions'
    const asked = { method: 'POST', url, payload: { card: cardOf() } } as const
    expect(codeOf(await world.house.app.inject(asked))).toBe('notSignedIn')
    const { cookie } = await hireAndSignIn(world.house, 'window1', ['window'])
    expect(codeOf(await world.house.app.inject({ ...asked, headers: { cookie } }))).toBe('notPermitted')
  })

  it('leaves neither number nor name nor token in the database', async () => {
    const { token } = await open()
    const kept = await world.all(sql<{ text: string }>`select row_to_json(s)::text as text from access.card_session s`)
    const audit = await world.all(
      sql<{ text: string }>`select row_to_json(s)::text as text from platform.audit_entry s`,
    )
    const everything = [...kept, ...audit].map(row => row.text).join('\n')
    for (const secret of [token, citizenIdOf('19850302'), '19850302', '模拟甲'])
      expect(everything).not.toContain(secret)
  })
})

describe('a session', () => {
  it('ends after sixty idle seconds, and lives through any number of busy ones', async () => {
    const { token } = await open()
    for (const seconds of [59, 59, 59]) {
      wait(seconds)
      expect((await terminal.send({ path: echo, session: token })).statusCode).toBe(200)
    }
    wait(60)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
  })

  it('ends after five minutes unless the person continues, and after half an hour whatever is pressed', async () => {
    const { token } = await open()
    for (let passed = 0; passed < 1750; passed += 50) {
      wait(50)
      const reply = await terminal.send({ method: 'POST', path: `${current}/extension`, session: token })
      expect(reply.json()).toEqual({ endsInSeconds: Math.min(300, 1800 - passed - 50), idleSeconds: 60 })
    }
    wait(50)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
    const fresh = await open()
    for (const _ of [1, 2, 3, 4, 5]) {
      wait(55)
      await terminal.send({ path: echo, session: fresh.token })
    }
    wait(25)
    expect(codeOf(await terminal.send({ path: echo, session: fresh.token }))).toBe('sessionEnded')
  })

  it('ends at the person’s word, at once', async () => {
    const { token, sessionId } = await open()
    expect((await terminal.send({ method: 'DELETE', path: current, session: token })).statusCode).toBe(204)
    expect(codeOf(await terminal.send({ path: echo, session: token }))).toBe('sessionEnded')
    expect(await end(sessionId)).toEqual([{ endedBecause: 'person' }])
  })

  it('ends when the next card is laid down', async () => {
    const old = await open()
    const next = await open()
    expect(codeOf(await terminal.send({ path: echo, session: old.token }))).toBe('sessionEnded')
    expect((await terminal.send({ path: echo, session: next.token })).statusCode).toBe(200)
    expect(await end(old.sessionId)).toEqual([{ endedBecause: 'nextCard' }])
  })

  it('is worth nothing at another terminal, without one, or to the terminal itself', async () => {
    const { token } = await open()
    const other = await world.newTerminal()
    expect(codeOf(await other.send({ path: echo, session: token }))).toBe('sessionEnded')
    const bare = await world.house.app.inject({ url: echo, headers: { 'x-yzt-session': token } })
    expect(codeOf(bare)).toBe('notSignedIn')
    expect(codeOf(await terminal.send({ method: 'DELETE', path: current }))).toBe('notPermitted')
  })

  it('that ended by itself gets its end written by the clock', async () => {
    const { sessionId } = await open()
    wait(301)
    const { services } = world.house
    await closeSessions.run({}, { services, attempt: 1, signal: AbortSignal.timeout(5000) })
    expect(await end(sessionId)).toEqual([{ endedBecause: 'time' }])
  })

  it('is described to the person and to the officers of the place, and to nobody else', async () => {
    const { sessionId } = await open()
    const { database, keyring } = world.house.services
    const described = (scope: { areas: string[]; person?: string }) =>
      database.within(scope, tx => describeSession(tx, sessionId, keyring))
    const own = { areas: [], person: personIndexOf(keyring, citizenIdOf('19850302')) }
    expect(await described(own)).toMatchObject({ name: '模拟甲', method: 'card', terminalId: terminal.terminalId })
    expect(await described({ areas: ['440785'] })).toMatchObject({ name: '模拟甲' })
    expect(await described({ areas: [], person: personIndexOf(keyring, citizenIdOf('19850303')) })).toBeUndefined()
    expect(await described({ areas: ['440784'] })).toBeUndefined()
    expect(await described({ areas: ['440785104'] })).toBeUndefined()
  })
})
