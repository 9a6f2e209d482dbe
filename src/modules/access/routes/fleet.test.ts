import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hmacSm3 } from '#platform/crypto'
import { alarmOfClone, alarmOfHeldAct, alarmOfRevocation } from '../actions/alarms.ts'
import { callHelpersOnDuty } from '../actions/call-helpers.ts'
import { stopTerminal } from '../actions/stop-terminal.ts'
import { watchTerminals } from '../actions/watch-terminals.ts'
import { savePhone } from '../store/staff-contact.ts'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, bringInTerminal, hireAndSignIn, signInAs } from '../testing/people.ts'
import type { FakeTerminal } from '../testing/terminal.ts'

let house: AccessHouse
let system: string
let security: string
let terminal: FakeTerminal
let comeBack: () => Promise<void>
const as = (cookie: string) => asStaff(house, cookie)
/** 2026-11-23T02:00Z is ten o'clock on a Monday in China. */
beforeAll(async () => {
  house = await openAccessHouse()
  const first = await hireAndSignIn(house, 'system1', ['systemAdmin'])
  const second = await hireAndSignIn(house, 'security1', ['securityAdmin'])
  system = first.cookie
  security = second.cookie
  comeBack = async () => {
    system = await signInAs(house, first.account, first.totpSecret)
    security = await signInAs(house, second.account, second.totpSecret)
  }
  terminal = await bringInTerminal(house, { first: system, second: security }, { code: 'FL-1' })
})
afterAll(() => house.close())

const well = {
  version: '0.1.0',
  reader: 'ready',
  printer: 'idle',
  paper: 'ok',
  pendingActs: 0,
  diskFreeMb: 900,
  faults: [] as string[],
}
const beat = (change: object = {}, who = terminal) =>
  who.send({ method: 'POST', path: '/api/access/terminal-heartbeats', body: { ...well, ...change } })
const fleet = async (query = '') => (await as(security)('GET', `/api/access/fleet${query}`)).json()
const life = async (id = terminal.terminalId) => (await as(security)('GET', `/api/access/terminals/${id}`)).json()
const within = <T>(work: Parameters<typeof house.services.database.within<T>>[1]) =>
  house.services.database.within({ areas: 'all' }, work)
const watch = () => within(tx => watchTerminals(tx, house.clock.now()))
/** The clock goes on minute by minute; the watch looks each time, and nobody's desk is locked. */
async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    house.clock.advance({ minutes: 1 })
    await watch()
    await as(security)('GET', '/api/access/me')
    await as(system)('GET', '/api/access/me')
  }
}
const settings = {
  opensAt: '08:00',
  closesAt: '20:00',
  openDays: [1, 2, 3, 4, 5, 6, 7],
  idleSeconds: 45,
  voice: 'cantonese',
  volume: 55,
  sleepPicture: 'clock',
  notice: '今天下午两点停电半小时。',
}

/** Statements that go over the wire while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function listen(this: pg.Client, ...given: never[]) {
    const [first] = given as unknown as [string | { text: string }]
    heard.push(typeof first === 'string' ? first : first.text)
    return (query as (...all: never[]) => never).apply(this, given)
  } as never
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return heard
}

describe('a heartbeat', () => {
  it('costs one statement beside the one of the door, and no transaction', async () => {
    const heard = await statementsOf(() => beat())
    expect(heard.map(text => /access\.(\w+)\(/.exec(text)?.[1])).toEqual(['admit_request', 'take_pulse'])
  })

  it('leaves a line where something is new, and none where nothing is', async () => {
    await beat({ faults: ['paperOut'], paper: 'out' })
    await beat({ faults: ['paperOut'], paper: 'out' })
    await beat({ version: '0.2.0' })
    const lines = (await life()).events.map((one: { kind: string; detail: string }) => `${one.kind} ${one.detail}`)
    expect(lines.slice(0, 3).toSorted()).toEqual([
      'faultBegan paperOut',
      'faultEnded paperOut',
      'versionChanged 0.1.0 → 0.2.0',
    ])
    expect(lines.slice(3).toSorted()).toEqual(['activated ', 'confirmed ', 'proposed '])
  })
})

describe('the fleet', () => {
  it('is two statements in one transaction, whatever is asked', async () => {
    const heard = await statementsOf(() => fleet('?health=fault&town=440785103'))
    const own = heard.filter(text => text.includes('access.terminal') || text.includes('access.alarm'))
    expect(own).toHaveLength(2)
  })

  it('counts by how the terminals are, and each figure opens its terminals', async () => {
    await beat({ faults: ['paperOut', 'journalTailCut:3'], paper: 'out' })
    const view = await fleet()
    expect(view.counts).toMatchObject({ all: 1, fault: 1, fine: 0, paperOut: 1 })
    expect(view.faults).toEqual([
      { name: 'journalTailCut', count: 1 },
      { name: 'paperOut', count: 1 },
    ])
    for (const query of [
      '?health=fault',
      '?paperOut=true',
      '?fault=journalTailCut',
      '?version=0.1.0',
      '?town=440785103',
    ])
      expect((await fleet(query)).total, query).toBe(1)
    for (const query of ['?health=fine', '?fault=jam', '?town=440785104', '?settingsPending=true'])
      expect((await fleet(query)).total, query).toBe(0)
    await beat()
  })

  it('is seen only within the own area', async () => {
    const { cookie } = await hireAndSignIn(house, 'faraway', ['window'], ['440784'])
    expect((await as(cookie)('GET', '/api/access/fleet')).json().counts.all).toBe(0)
    expect((await as(cookie)('GET', `/api/access/terminals/${terminal.terminalId}`)).json().code).toBe(
      'terminalMissing',
    )
  })
})

describe('remote settings', () => {
  it('go down signed by the channel and count as obeyed when the terminal says their number', async () => {
    const set = await as(system)('POST', '/api/access/terminal-settings', {
      terminalIds: [terminal.terminalId],
      settings,
    })
    expect(set.json()).toEqual({ changed: 1 })
    expect((await fleet('?settingsPending=true')).total).toBe(1)
    const order = (await beat()).json()
    expect(order.notice).toBe(settings.notice)
    expect(JSON.parse(order.settings.text)).toEqual(settings)
    const text = ['yzt-settings-v1', terminal.channelId, order.settings.version, order.settings.text].join('\n')
    expect(order.settings.mac).toBe(hmacSm3(terminal.key, text).toString('hex'))
    expect((await beat({ settingsVersion: 1 })).json().settings).toBeNull()
    const seen = await life()
    expect(seen.settings).toMatchObject({ version: 1, appliedVersion: 1, wanted: settings, setBy: '模拟system1' })
    expect(seen.events.slice(0, 2).map((one: { kind: string }) => one.kind)).toEqual(['settingsApplied', 'settingsSet'])
  })

  it('are set by the system administrator only, and refused whole when the hours or one terminal are wrong', async () => {
    const ask = (change: object, ids = [terminal.terminalId], cookie = system) =>
      as(cookie)('POST', '/api/access/terminal-settings', { terminalIds: ids, settings: { ...settings, ...change } })
    expect((await ask({}, undefined, security)).json().code).toBe('notPermitted')
    expect((await ask({ opensAt: '20:00', closesAt: '08:00' })).json().code).toBe('openingHoursBackwards')
    const unknown = '0f0f0f0f-0000-4000-8000-000000000001'
    expect((await ask({}, [terminal.terminalId, unknown])).json().code).toBe('terminalMissing')
    expect((await ask({ volume: 101 })).statusCode).toBe(400)
    expect((await life()).settings.version).toBe(1)
  })
})

describe('the watch', () => {
  it('tells one silent terminal after a quarter of an hour, and takes it back when the terminal speaks', async () => {
    await beat({ settingsVersion: 1 })
    await watch()
    await minutes(14)
    expect((await fleet()).alarms).toEqual([])
    await minutes(1)
    await watch()
    const [alarm, ...others] = (await fleet()).alarms
    expect(others).toEqual([])
    expect(alarm).toMatchObject({ kind: 'silent', terminal: '模拟终端FL-1', terminals: 1, acknowledgedAt: null })
    expect((await fleet()).counts.silent).toBe(1)
    await beat({ settingsVersion: 1 })
    await watch()
    expect((await fleet()).alarms).toEqual([])
    const kinds = (await life()).events.map((one: { kind: string }) => one.kind)
    expect(kinds.slice(0, 2)).toEqual(['heardAgain', 'fellSilent'])
  })

  it('tells a network that is down in one alarm, with a number that grows', async () => {
    const people = { first: system, second: security }
    const others = [await bringInTerminal(house, people), await bringInTerminal(house, people)]
    const more = [await bringInTerminal(house, people, { areaCode: '440785104' })]
    await watch()
    await minutes(16)
    expect((await fleet()).alarms).toMatchObject([
      { kind: 'silentNetwork', areaCode: '440785', terminals: 4, terminal: null },
    ])
    for (const one of [...others, ...more]) await beat({}, one)
    await watch()
    expect((await fleet()).alarms).toMatchObject([{ kind: 'silent', terminal: '模拟终端FL-1' }])
    await beat({ settingsVersion: 1 })
    await watch()
    expect((await fleet()).alarms).toEqual([])
  })

  it('does not blame the terminals for the time the house itself was away', async () => {
    house.clock.advance({ hours: 1 })
    await watch()
    await comeBack()
    expect((await fleet()).alarms).toEqual([])
    expect((await fleet()).counts.silent).toBe(0)
  })
})

describe('an alarm', () => {
  it('is acknowledged and ended with a note, each once', async () => {
    const place = { terminalId: terminal.terminalId, areaCode: '440785103' }
    await within(tx => alarmOfClone(tx, place, house.clock.now()))
    await within(tx => alarmOfClone(tx, place, house.clock.now()))
    const [alarm] = (await fleet()).alarms
    const say = (verb: string, note = '已派人去看') =>
      as(security)('POST', `/api/access/alarms/${alarm.id}/${verb}`, { note })
    expect((await say('acknowledgement')).statusCode).toBe(204)
    expect((await say('acknowledgement')).json().code).toBe('alarmMoveRefused')
    expect((await fleet()).alarms).toMatchObject([
      { kind: 'cloned', acknowledgedBy: '模拟security1', acknowledgedNote: '已派人去看' },
    ])
    expect((await say('end', '机器已收回')).statusCode).toBe(204)
    expect((await fleet()).alarms).toEqual([])
    expect((await life()).alarms[0]).toMatchObject({ endedBy: '模拟security1', endedNote: '机器已收回' })
  })

  it('of a revocation takes the place of the silence; of a held act it ends with the act', async () => {
    const place = { terminalId: terminal.terminalId, areaCode: '440785103' }
    const heldActId = '0f0f0f0f-0000-4000-8000-0000000000aa'
    await within(async tx => {
      await alarmOfRevocation(tx, place, house.clock.now())
      await alarmOfHeldAct(tx, { heldActId, ...place }, house.clock.now())
    })
    expect((await fleet()).alarms.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['actHeld', 'revoked'])
  })
})

describe('terminals out of service', () => {
  it('are found by their state: frozen ones among all, revoked ones only where they are asked for', async () => {
    const people = { first: system, second: security }
    const [frozen, revoked] = [await bringInTerminal(house, people), await bringInTerminal(house, people)]
    const ids = (rows: { id: string }[]) => rows.map(row => row.id)
    await within(async tx => {
      const stop = { reason: 'test' } as const
      await stopTerminal(tx, { id: frozen.terminalId, event: 'freeze', ...stop }, house.clock.now())
      await stopTerminal(tx, { id: revoked.terminalId, event: 'revoke', ...stop }, house.clock.now())
    })
    expect(ids((await fleet()).items)).not.toContain(revoked.terminalId)
    expect((await fleet()).counts).toMatchObject({ frozen: 1, revoked: 1 })
    expect(ids((await fleet('?state=frozen')).items)).toEqual([frozen.terminalId])
    expect(ids((await fleet('?state=revoked')).items)).toEqual([revoked.terminalId])
  })
})

describe('a call for help', () => {
  it('goes by SMS to the helpers on duty who have a number on file, once each, and becomes an alarm when nobody answers', async () => {
    const { keyring } = house.services
    const helper = await hireAndSignIn(house, 'helper1', ['helper'], ['440785103'])
    const away = await hireAndSignIn(house, 'helper2', ['helper'], ['440785104'])
    const resting = await hireAndSignIn(house, 'helper3', ['helper'])
    await within(async tx => {
      for (const one of [helper, away, resting]) await savePhone(tx, one.staffId, keyring.sealField('13800000000'))
      await sql`update access.staff set on_duty = true where account in ('helper1', 'helper2')`.execute(tx)
    })
    await terminal.shakeHands()
    const called = await terminal.send({
      method: 'POST',
      path: '/api/access/help-calls',
      body: { step: '签名' },
      headers: { 'idempotency-key': 'help-call-1' },
    })
    const fact = { helpCallId: called.json().id, areaCode: '440785103' }
    await within(tx => callHelpersOnDuty(tx, fact, house.clock.now()))
    await within(tx => callHelpersOnDuty(tx, fact, house.clock.now()))
    const { rows } = await within(tx =>
      sql<{ text: string; about: string }>`select text, about from access.message where kind = 'helpCall'`.execute(tx),
    )
    expect(rows).toEqual([{ about: 'FL-1', text: expect.stringContaining('停在“签名”') }])
    await minutes(5)
    expect((await fleet()).alarms.map((one: { kind: string }) => one.kind)).toContain('helpWaiting')
    await as(helper.cookie)('POST', `/api/access/help-calls/${fact.helpCallId}/answer`)
    expect((await fleet()).alarms.map((one: { kind: string }) => one.kind)).not.toContain('helpWaiting')
  })
})

describe('with 1,400 terminals and a year of use', () => {
  it('finds the last use, the lines and the alarms of a terminal by their indexes', async () => {
    const plans = await within(async tx => {
      await sql`insert into access.terminal (id, code, name, area_code, state, proposed_by, proposed_at, confirmed_by, confirmed_at, public_key, activated_at)
        select gen_random_uuid(), 'X-' || n, 'X-' || n, '440785103', 'active', p.proposed_by, now(), p.confirmed_by, now(), p.public_key, now()
        from generate_series(1, 1400) n, (select * from access.terminal where code = 'FL-1') p`.execute(tx)
      await sql`insert into access.card_session (id, token_hash, person_index, name_sealed, id_no_masked, method, terminal_id, terminal_name,
          area_code, channel_id, clock_wrong, opened_at, ends_at)
        select gen_random_uuid(), encode(sha256((t.id::text || n)::bytea), 'hex'), repeat('0', 64), 'v1.x', '**************1234', 'card', t.id,
          'X', '440785103', gen_random_uuid(), false, now() - n * interval '1 hour', now()
        from access.terminal t, generate_series(1, 20) n`.execute(tx)
      const explain = async (query: ReturnType<typeof sql>) =>
        JSON.stringify((await sql`explain (format json) ${query}`.execute(tx)).rows)
      return {
        lastUse:
          await explain(sql`select use.opened_at from access.terminal t left join lateral (select s.opened_at from access.card_session s
          where s.terminal_id = t.id order by s.opened_at desc limit 1) use on true`),
        events: await explain(
          sql`select * from access.terminal_event where terminal_id = ${terminal.terminalId} order by at desc limit 100`,
        ),
        pulse: await explain(sql`select * from access.terminal_pulse where terminal_id = ${terminal.terminalId}`),
        openAlarm: await explain(sql`select * from access.alarm where key = 'silent:x' and ended_at is null`),
      }
    })
    expect(plans.lastUse).toContain('card_session_of_terminal')
    expect(plans.events).toContain('terminal_event_of_terminal')
    expect(plans.pulse).toContain('terminal_pulse_pkey')
    expect(plans.openAlarm).toContain('alarm_open')
    expect((await fleet()).counts.all).toBe(1405)
  })
})
