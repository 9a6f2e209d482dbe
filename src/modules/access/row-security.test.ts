import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statesOf } from '#kernel/state-table'
import { findConsent, recordConsent, withdrawConsent } from './index.ts'
import { terminalMoves } from './rules/terminal-states.ts'
import { personIndexOf } from './secrets.ts'
import { citizenIdOf } from './testing/cards.ts'
import { asStaff, hire, hireAndSignIn } from './testing/people.ts'
import type { FakeTerminal } from './testing/terminal.ts'
import { openWorld } from './testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let terminal: FakeTerminal
let person: string
let other: string
beforeAll(async () => {
  world = await openWorld()
  terminal = await world.newTerminal()
  await terminal.layCard()
  await terminal.send({
    method: 'POST',
    path: '/api/access/help-calls',
    body: { step: '签名' },
    headers: { 'idempotency-key': randomUUID() },
  })
  const { keyring } = world.house.services
  person = personIndexOf(keyring, citizenIdOf('19850302'))
  other = personIndexOf(keyring, citizenIdOf('19770101'))
})
afterAll(() => world.house.close())

const guarded = [
  'staff',
  'staff_credential',
  'staff_session',
  'terminal',
  'terminal_enrolment',
  'card_session',
  'consent',
  'help_call',
  'held_act',
  'message',
  'web_session',
  'sign_in_code',
  'counter_session',
  'presence_code',
  'assistance',
  'alarm',
  'face_check',
  'staff_change',
  'staff_contact',
  'staff_setup',
  'staff_interest',
  'terminal_event',
  'terminal_settings',
  'desk_reading',
  'agency_key',
  'agency_nonce',
]
const count = async (table: string, scope: { areas: string[]; person?: string }) => {
  const rows = await world.as(scope, sql<{ n: number }>`select count(*)::int as n from ${sql.table(`access.${table}`)}`)
  return rows[0]?.n ?? -1
}

describe('row security', () => {
  it('stands on every table of people, and binds the owner too', async () => {
    const rows = await world.all(sql<{
      relname: string
    }>`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'access' and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity`)
    expect(rows.map(row => row.relname).toSorted()).toEqual(guarded.toSorted())
    // Without it: what is overwritten with every request or heartbeat and names nobody.
    const bare = await world.all(sql<{
      relname: string
    }>`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'access' and c.relkind = 'r' and not c.relrowsecurity`)
    expect(bare.map(row => row.relname).toSorted()).toEqual([
      'channel',
      'receipt_cursor',
      'terminal_pulse',
      'terminal_watch',
    ])
  })

  it.each(guarded)('shows nothing of %s to a foreign county, to a stranger, or without a scope', async table => {
    expect(await count(table, { areas: ['440784'] })).toBe(0)
    expect(await count(table, { areas: [] })).toBe(0)
    expect(await count(table, { areas: [], person: other })).toBe(0)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`access.${table}`)}`.execute(
      world.house.services.database.db,
    )
    expect(rows[0]?.n).toBe(0)
  })

  it('is not widened by the functions of the door beyond their own statements', async () => {
    const left = await world.house.services.database.within({ areas: ['440784'] }, async tx => {
      await sql`select * from access.admit_staff('x', now(), interval '1 s')`.execute(tx)
      await sql`select * from access.admit_request(${randomUUID()}, ${randomUUID()}, 1, null, now(), interval '1 s')`.execute(
        tx,
      )
      return (await sql`select current_setting('app.areas') as scope`.execute(tx)).rows
    })
    expect(left).toEqual([{ scope: '440784' }])
  })

  it('shows the own county its terminals, sessions and calls, and a town only its own', async () => {
    for (const table of ['terminal', 'card_session', 'help_call']) {
      expect(await count(table, { areas: ['440785'] })).toBe(1)
      expect(await count(table, { areas: ['440785103'] })).toBe(1)
      expect(await count(table, { areas: ['440785104'] })).toBe(0)
    }
  })

  it('shows a person the own session and nobody else’s', async () => {
    expect(await count('card_session', { areas: [], person })).toBe(1)
    expect(await count('staff', { areas: [], person })).toBe(0)
  })

  it('shows colleagues of a county each other’s names, and credentials to nobody', async () => {
    expect(await count('staff', { areas: ['440785104'] })).toBe(2)
    expect(await count('staff_credential', { areas: ['440785'] })).toBe(0)
    expect(await count('staff_session', { areas: ['440785'] })).toBe(0)
  })

  it('lets nobody write into a foreign county', async () => {
    const { staffId } = await hire(world.house, 'outside1', ['systemAdmin'])
    const insert = world.as(
      { areas: ['440785'] },
      sql`insert into access.terminal (id, code, name, area_code, proposed_by, proposed_at)
        values (${randomUUID()}, 'X', 'X', '440784101', ${staffId}, now())`,
    )
    await expect(insert).rejects.toMatchObject({ code: '42501' })
  })

  it('leaves the app no way to delete a record or to rewrite who was where', async () => {
    for (const table of guarded.filter(name => name !== 'face_check' && name !== 'agency_nonce')) {
      await expect(world.all(sql`delete from ${sql.table(`access.${table}`)}`)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(world.all(sql`update access.card_session set person_index = ${other}`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(world.all(sql`update access.staff_session set staff_id = staff_id`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(world.all(sql`update access.held_act set envelope = '{}'`)).rejects.toMatchObject({ code: '42501' })
    await expect(world.all(sql`alter table access.staff disable row level security`)).rejects.toMatchObject({
      code: '42501',
    })
  })
})

it('the database takes the same steps of a terminal as the table of the rules, and no others', async () => {
  const client = new pg.Client({ connectionString: world.house.test.superUrl })
  await client.connect()
  try {
    const states = statesOf(terminalMoves)
    const { rows } = await client.query('select id from access.staff order by account limit 2')
    const [proposer, confirmer] = rows.map(row => row.id)
    const allowed = states.flatMap(from => Object.values(terminalMoves[from]).map(to => `${from} ${to}`))
    for (const from of states) {
      for (const to of states.filter(state => state !== from)) {
        await client.query('begin')
        await client.query(
          `insert into access.terminal (id, code, name, area_code, state, proposed_by, proposed_at, confirmed_by, public_key)
           values ('00000000-0000-4000-8000-000000000001', 'M', 'M', '440785', $1, $2, now(), $3, $4)`,
          [from, proposer, confirmer, `04${'ab'.repeat(64)}`],
        )
        const moved = await client.query('update access.terminal set state = $1 where code = $2', [to, 'M']).then(
          () => true,
          () => false,
        )
        await client.query('rollback')
        expect(moved, `${from} ${to}`).toBe(allowed.includes(`${from} ${to}`))
      }
    }
    const alone = client.query(
      `insert into access.terminal (id, code, name, area_code, proposed_by, proposed_at, confirmed_by)
       values (gen_random_uuid(), 'N', 'N', '440785', $1, now(), $1)`,
      [proposer],
    )
    await expect(alone).rejects.toThrow('terminal_two_people')
  } finally {
    await client.end()
  }
})

describe('consents', () => {
  const at = () => world.house.clock.now()
  const own = <T>(work: Parameters<typeof world.house.services.database.within<T>>[1], who = person) =>
    world.house.services.database.within({ areas: [], person: who }, work)
  const face = () => ({ personIndex: person, kind: 'face' })

  it('are given by version, once, and as easily taken back', async () => {
    await own(tx => recordConsent(tx, { ...face(), version: '1' }, at()))
    await own(tx => recordConsent(tx, { ...face(), version: '1' }, at()))
    expect(await own(tx => findConsent(tx, face()))).toBe('1')
    await own(tx => recordConsent(tx, { ...face(), version: '2' }, at()))
    expect(await own(tx => findConsent(tx, face()))).toBe('2')
    expect(await own(tx => withdrawConsent(tx, face(), at()))).toBe(true)
    expect(await own(tx => withdrawConsent(tx, face(), at()))).toBe(false)
    expect(await own(tx => findConsent(tx, face()))).toBeUndefined()
    expect(await count('consent', { areas: [], person })).toBe(2)
  })

  it('of another person can be neither seen nor given', async () => {
    await own(tx => recordConsent(tx, { ...face(), version: '3' }, at()))
    expect(await own(tx => findConsent(tx, face()), other)).toBeUndefined()
    await expect(own(tx => recordConsent(tx, { ...face(), version: '4' }, at()), other)).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('calls for help', () => {
  it('are seen in their area, answered once, and the terminal hears of it', async () => {
    const helper = await hireAndSignIn(world.house, 'helper1', ['helper'], ['440785103'])
    const colleague = await hireAndSignIn(world.house, 'helper2', ['helper'])
    const foreign = await hireAndSignIn(world.house, 'helper3', ['helper'], ['440785104'])
    const as = (who: { cookie: string }) => asStaff(world.house, who.cookie)
    const pulse = { version: '1', reader: 'ok', printer: 'ok', paper: 'ok', pendingActs: 0, diskFreeMb: 9, faults: [] }
    const beat = async () =>
      (await terminal.send({ method: 'POST', path: '/api/access/terminal-heartbeats', body: pulse })).json()
    const { items } = (await as(helper)('GET', '/api/access/help-calls')).json()
    expect(items).toEqual([expect.objectContaining({ step: '签名', answeredBy: null })])
    expect((await as(foreign)('GET', '/api/access/help-calls')).json().items).toEqual([])
    const answer = (who: { cookie: string }) => as(who)('POST', `/api/access/help-calls/${items[0].id}/answer`)
    expect((await answer(foreign)).json().code).toBe('helpCallMissing')
    expect((await beat()).notice).toBeNull()
    expect((await answer(helper)).statusCode).toBe(204)
    expect((await answer(helper)).statusCode).toBe(204)
    expect((await answer(colleague)).json().code).toBe('helpCallAnswered')
    expect((await beat()).notice).toContain('求助')
    world.house.clock.advance({ minutes: 6 })
    expect((await beat()).notice).toBeNull()
    expect((await as(helper)('GET', '/api/access/terminals')).json().items[0]).toMatchObject({
      version: '1',
      faults: [],
    })
  })
})
