import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Moment } from '#kernel/dates'
import { nextState } from '#kernel/state-table'
import { calendarOf } from '#kernel/working-days'
import { findFile, listLapsedLicences, listOpenNumbers } from '../queries/files.ts'
import { applicationEvents } from '../rules/application/events.ts'
import { type ApplicationEvent, type ApplicationState, applicationMoves, isOpen } from '../rules/application/moves.ts'
import { fileRow } from '../rules/application/row.ts'
import { moment, officer, one, openRenewalHouse, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { keepFile, keepLicence } from './keep-clocks.ts'
import type { Setting } from './setting.ts'
import { takeStep } from './take-step.ts'
import { withdrawApplication } from './withdraw-application.ts'

let house: RenewalHouse
let serial = 0
let applicationNo = ''
let licenceNo = ''

beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())

async function submitted(validTo: string, setting?: Setting, at: Moment = today) {
  serial += 1
  licenceNo = String(440785100000 + serial)
  await house.addShops([{ no: licenceNo, person: serial, validTo }], { siteCheckedOn: null })
  const result = await house.submit(licenceNo, house.citizen(serial), {
    at,
    capturedAt: at,
    ...(setting ? { setting } : {}),
  })
  if (!result.ok) throw new Error(result.refusal)
  applicationNo = result.value.applicationNo
}
const keep = (day: string, setting = house.setting) =>
  house.all(tx => keepFile(tx, applicationNo, moment(day), setting))
const keepLicenceOn = (day: string) => house.all(tx => keepLicence(tx, licenceNo, moment(day)))
const file = () =>
  one(
    house,
    sql<{
      state: string
    }>`select state, accepted_on, clock_kind, clock_due_on, clock_unpublished_year from licensing.application where application_no = ${applicationNo}`,
  )
const licence = () =>
  one(
    house,
    sql<{
      state: string
    }>`select state, valid_from, valid_to, version from licensing.licence where licence_no = ${licenceNo}`,
  )
const stateOfFile = async () => (await file()).state
const stateOfLicence = async () => (await licence()).state
const events = async () =>
  (
    await one(
      house,
      sql<{
        events: string[]
      }>`select array_agg(event order by id) as events from licensing.application_event where application_no = ${applicationNo}`,
    )
  ).events
const announced = async (event: string) =>
  (
    await one(
      house,
      sql<{
        n: number
      }>`select count(*)::int as n from platform.announcement where event = ${event} and payload->>'licenceNo' = ${licenceNo}`,
    )
  ).n

describe('silence of the bureau', () => {
  beforeEach(() => submitted('2027-01-15'))

  it('accepts after five working days, as of the day of receipt, once, with its paper', async () => {
    await keep('2026-11-30')
    expect(await file()).toMatchObject({ state: 'submitted' })
    await keep('2026-12-01')
    await keep('2026-12-01')
    await keep('2026-12-02')
    expect(await file()).toMatchObject({
      state: 'accepted',
      acceptedOn: '2026-11-23',
      clockKind: 'decide',
      clockDueOn: '2026-12-03',
    })
    expect((await events()).filter(event => event === 'silenceAccept')).toHaveLength(1)
    const { n } = await one(
      house,
      sql<{
        n: number
      }>`select count(*)::int as n from licensing.paper where application_no = ${applicationNo} and kind = 'acceptance'`,
    )
    expect(n).toBe(1)
  })

  it('until expiry grants by law: licence renewed at once, no gap, a paper for the head, all of it once', async () => {
    await keep('2027-01-15')
    expect(await stateOfFile()).toBe('accepted')
    // The server was down over the weekend: the law’s grant has no gap all the same.
    await keep('2027-01-18')
    await keep('2027-01-18')
    expect(await file()).toMatchObject({ state: 'deemedGranted', clockKind: 'confirm' })
    expect(await licence()).toEqual({ state: 'valid', validFrom: '2027-01-16', validTo: '2032-01-15', version: 2 })
    const decision = await one(
      house,
      sql<
        Record<string, unknown>
      >`select result, decided_as from licensing.decision where application_no = ${applicationNo}`,
    )
    expect(decision).toEqual({ result: 'grant', decidedAs: 'law' })
    expect(await announced('licensing.licenceRenewed')).toBe(1)
    const confirm = await house.all(async tx => {
      const { version } = await one(
        house,
        sql<{ version: number }>`select version from licensing.application where application_no = ${applicationNo}`,
      )
      const request = {
        applicationNo,
        event: 'confirmDeemed',
        version,
        input: { opinion: '确认。' },
        by: officer('h1', 'head'),
        at: moment('2027-01-18'),
      }
      return takeStep(tx, request, house.setting)
    })
    expect(confirm).toMatchObject({ ok: true, value: { state: 'granted' } })
    const paper = await one(
      house,
      sql<{ n: number }>`
        select count(*)::int as n from licensing.paper where application_no = ${applicationNo} and kind = 'deemedRenewal'`,
    )
    expect(paper.n).toBe(1)
  })

  it('sounds each alarm once, ten, five and two working days before expiry', async () => {
    for (const day of [
      '2026-12-31',
      '2027-01-01',
      '2027-01-01',
      '2027-01-08',
      '2027-01-11',
      '2027-01-13',
      '2027-01-15',
    ])
      await keep(day)
    expect((await events()).filter(event => event.startsWith('expiryAlarm'))).toEqual([
      'expiryAlarm:10',
      'expiryAlarm:5',
      'expiryAlarm:2',
    ])
    expect(await announced('licensing.expiryNear')).toBe(3)
    // On the work list the last alarm stands beside the file for as long as silence would grant.
    const [row] = await house.all(async tx => [await findFile(tx, applicationNo)])
    if (!row) throw new Error('the file is gone')
    const { policy, calendar } = house.setting
    const view = { today: moment('2027-01-15').today, policy: policy.clocks, calendar }
    expect(fileRow(row, view).flags).toContain('EXPIRY_2')
    await keep('2027-01-18')
    const after = await house.all(tx => findFile(tx, applicationNo))
    expect(after && fileRow(after, view).flags).not.toContain('EXPIRY_2')
  })
})

describe('the last day of a licence', () => {
  it('ends one that nobody asked to renew, and says so once', async () => {
    serial += 1
    licenceNo = String(440785100000 + serial)
    await house.addShops([{ no: licenceNo, person: serial, validTo: '2026-12-01' }])
    await keepLicenceOn('2026-12-01')
    expect(await stateOfLicence()).toBe('valid')
    expect(await house.all(tx => listLapsedLicences(tx, '2026-12-02'))).toContain(licenceNo)
    await keepLicenceOn('2026-12-02')
    await keepLicenceOn('2026-12-02')
    expect(await stateOfLicence()).toBe('expired')
    expect(await announced('licensing.licenceStateChanged')).toBe(1)
  })

  it('ends one whose application came late: lateness is no ground for the law’s grant', async () => {
    await submitted('2026-12-10')
    await keep('2026-12-11')
    await keepLicenceOn('2026-12-11')
    expect(await stateOfLicence()).toBe('expired')
    expect(await stateOfFile()).toBe('accepted')
  })

  it('leaves a timely one pending while the applicant has to answer, and ends it when the file lapses', async () => {
    await submitted('2027-01-15')
    const step = (event: string, input: object, day: string) =>
      house.all(async tx => {
        const { version } = await one(
          house,
          sql<{ version: number }>`select version from licensing.application where application_no = ${applicationNo}`,
        )
        return takeStep(
          tx,
          { applicationNo, event, version, input, by: officer('w1', 'window'), at: moment(day) },
          house.setting,
        )
      })
    expect(await step('askCorrection', { items: [{ what: '照片', how: '重拍' }] }, '2026-11-30')).toMatchObject({
      ok: true,
    })
    await keep('2027-01-16')
    await keepLicenceOn('2027-01-16')
    expect(await stateOfFile()).toBe('correctionRequested')
    expect(await stateOfLicence()).toBe('expiredPending')
    expect(await step('lapse', { opinion: '逾期未补正。' }, '2027-01-18')).toMatchObject({ ok: true })
    await keepLicenceOn('2027-01-18')
    expect(await stateOfLicence()).toBe('expired')
  })
})

it('a clock in an unpublished year names it, and starts as soon as the holidays are known', async () => {
  const unpublished = house.settingWith({ calendar: calendarOf([], [], [2026]) })
  await submitted('2027-03-15', unpublished, moment('2026-12-29'))
  expect(await file()).toMatchObject({
    state: 'submitted',
    clockKind: 'expiry',
    clockDueOn: '2027-03-15',
    clockUnpublishedYear: 2027,
  })
  await keep('2026-12-30', unpublished)
  expect(await file()).toMatchObject({ clockUnpublishedYear: 2027 })
  await keep('2026-12-30')
  expect(await file()).toMatchObject({ clockKind: 'accept', clockDueOn: '2027-01-05', clockUnpublishedYear: null })
})

/** The sequences of `rules/application/sequences.test.ts` once more, a modest number of them through the actions and the database. */
describe('whatever anybody tries, on real files', () => {
  const events = Object.keys(applicationEvents) as ApplicationEvent[]
  const everyRole = ['window', 'reviewer', 'verifier', 'legal', 'decider', 'head'] as const
  const anything = {
    ...{ opinion: '情况属实。', grounds: [2], statement: { heard: true, text: '没有意见。' }, signed: true, to: null },
    items: [{ what: '营业执照', how: '拍照上传' }],
    siteCheck: { second: '核查二', schoolMetres: null, objection: '' },
    heldAt: '2027-01-08T09:00',
  }
  const gone: readonly string[] = ['withdrawn', 'notRequired', 'rejectedAcceptance', 'lapsed']
  const row = () =>
    one(
      house,
      sql<{ state: ApplicationState; version: number; due: string | null; lines: number; decisions: number }>`
        select state, version, clock_due_on as due,
          (select count(*)::int from licensing.application_event e where e.application_no = a.application_no) as lines,
          (select count(*)::int from licensing.decision d where d.application_no = a.application_no) as decisions
        from licensing.application a where application_no = ${applicationNo}`,
    )

  /** One try; refused or not, what stands afterwards is looked at by the caller. */
  async function tryIt(event: ApplicationEvent, staffId: string, at: Moment): Promise<void> {
    const { by } = applicationEvents[event]
    if (by === 'system') return house.all(tx => keepFile(tx, applicationNo, at, house.setting))
    const { version } = await row()
    await house.all<unknown>(tx =>
      by === 'citizen' && event === 'withdraw'
        ? withdrawApplication(tx, { applicationNo, by: house.citizen(serial), at }, house.setting)
        : takeStep(
            tx,
            { applicationNo, event, version, input: anything, by: officer(staffId, ...everyRole), at },
            house.setting,
          ),
    )
  }

  it('each step follows the table and leaves its line; no open file is lost from the watch or without its clock', async () => {
    let state = 11
    const chance = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) % below
    }
    const reached = new Set<ApplicationState>()
    for (let nth = 0; nth < 10; nth += 1) {
      await submitted('2027-01-15')
      let day = today.today
      let before = await row()
      for (let tries = 0; tries < 18 && isOpen(before.state); tries += 1) {
        day = day.add({ days: chance(4) })
        // Files are seldom given up.
        const possible = Object.entries(applicationMoves[before.state]).flatMap(([one, to]) =>
          chance(8) > 0 && gone.includes(to) ? [] : [one as ApplicationEvent],
        )
        const choice = chance(5) === 0 ? events : possible
        const event = choice[chance(choice.length)] ?? 'startReview'
        await tryIt(event, chance(3) === 0 ? 'b' : 'a', moment(day.toString()))
        const after = await row()
        const told = `${event} of a file that was ${before.state} on ${day}`
        // The clocks may do more than was asked for: they look at the whole file.
        const expected = nextState(applicationMoves, before.state, event)
        if (after.state !== before.state && applicationEvents[event].by !== 'system')
          expect(expected, told).toEqual({ ok: true, value: after.state })
        if (after.state !== before.state) expect(after.lines, told).toBeGreaterThan(before.lines)
        expect(after.version, told).toBeGreaterThanOrEqual(before.version)
        if (isOpen(after.state)) expect(after.due, told).not.toBeNull()
        expect((await house.all(listOpenNumbers)).includes(applicationNo), told).toBe(isOpen(after.state))
        expect(after.decisions, told).toBe(['granted', 'denied', 'deemedGranted'].includes(after.state) ? 1 : 0)
        reached.add(after.state)
        before = after
      }
    }
    // No stroll around the entrance.
    expect([...reached]).toEqual(expect.arrayContaining(['reviewing', 'proposed']))
    expect(reached.size).toBeGreaterThanOrEqual(8)
  })
})
