import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { asStaff, bringInTerminal, hireAndSignIn } from '../testing/people.ts'
import type { FakeTerminal } from '../testing/terminal.ts'

let house: AccessHouse
let people: { first: string; second: string }
let terminal: FakeTerminal
const usual = {
  opensAt: '08:30',
  closesAt: '17:30',
  openDays: [1, 2, 3, 4, 5, 6, 7],
  idleSeconds: 60,
  voice: 'mandarin',
  volume: 70,
  sleepPicture: 'welcome',
  notice: '',
}
const well = {
  version: '0.1.0',
  reader: 'ready',
  printer: 'idle',
  paper: 'ok',
  pendingActs: 0,
  diskFreeMb: 900,
  faults: [],
}
const set = (who: FakeTerminal, change: object) =>
  asStaff(house, people.first)('POST', '/api/access/terminal-settings', {
    terminalIds: [who.terminalId],
    settings: { ...usual, ...change },
  })

/** 2026-11-23T02:00Z is ten o'clock on a Monday in China. */
beforeAll(async () => {
  house = await openAccessHouse()
  const first = await hireAndSignIn(house, 'system1', ['systemAdmin'])
  const second = await hireAndSignIn(house, 'security1', ['securityAdmin'])
  people = { first: first.cookie, second: second.cookie }
  terminal = await bringInTerminal(house, people, { code: 'H-1' })
  const point = (code: string, name: string, lng: number) => sql`
    insert into registry.service_point (code, name, kind, area_code, lng, lat, opened_on)
    values (${code}, ${name}, 'kiosk', '440785103', ${lng}, 22.2, '2026-01-01')`
  await house.services.database.within({ areas: 'all' }, async tx => {
    await sql`insert into registry.area (code, name, kind) values ('440785103', '沙湖镇', 'town')`.execute(tx)
    await point('H-1', '这里', 112.3).execute(tx)
    await point('H-2', '一公里外', 112.31).execute(tx)
    await point('H-3', '两公里外', 112.32).execute(tx)
    await point('H-4', '三公里外', 112.33).execute(tx)
  })
})
beforeEach(() => set(terminal, {}))
afterAll(() => house.close())

describe('outside the hours set for a terminal', () => {
  it('no card opens a visit, and who is being served goes on to the end', async () => {
    const { token } = (await terminal.layCard()).json()
    await set(terminal, { openDays: [2] })
    const refused = await terminal.layCard()
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'outsideHours'])
    expect((await terminal.send({ path: '/api/licensing/echo', session: token })).statusCode).toBe(200)
    await set(terminal, { opensAt: '00:00', closesAt: '23:59' })
    expect((await terminal.layCard()).statusCode).toBe(200)
  })

  it('the nearest other points are told, the nearest one that is open before a nearer one that is not', async () => {
    const nearby = async () => (await terminal.send({ path: '/api/access/nearby-points' })).json().items
    expect(await nearby()).toEqual([{ name: '一公里外', metres: 1030, hours: null }])
    const closed = await bringInTerminal(house, people, { code: 'H-2' })
    const open = await bringInTerminal(house, people, { code: 'H-3' })
    // It was never heard: nobody is sent to a machine that is out of order.
    expect(await nearby()).toMatchObject([{ name: '三公里外', hours: null }])
    for (const one of [closed, open])
      await one.send({ method: 'POST', path: '/api/access/terminal-heartbeats', body: well })
    await set(closed, { openDays: [6] })
    expect(await nearby()).toMatchObject([
      { name: '两公里外', metres: 2059, hours: { opensAt: '08:30' } },
      { name: '一公里外', hours: { openDays: [6] } },
    ])
  })
})

describe('服务点 for everybody', () => {
  it('are told without signing in: hours, whether the machine serves, and helpers as a number', async () => {
    const { items } = (await house.app.inject({ url: '/api/access/service-points' })).json()
    expect(
      items.map((one: { code: string; terminal: { standing: string } }) => [one.code, one.terminal.standing]),
    ).toEqual([
      ['H-1', 'notWorking'],
      ['H-2', 'resting'],
      ['H-3', 'working'],
      ['H-4', 'notConnected'],
    ])
    expect(items[2]).toMatchObject({ town: '沙湖镇', hours: { opensAt: '08:30' }, helpersOnDuty: 0, helperHours: [] })
  })
})
