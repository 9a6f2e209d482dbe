import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { raiseCalendar } from '../actions/raise-calendar.ts'
import { raiseRegular } from '../actions/raise-regular.ts'
import type { DayRoutes, InspectionCalendar, TaskBoard } from '../contract.ts'
import { type InspectionHouse, openInspectionHouse } from '../testing/inspection-house.ts'
import { settingOn } from './tasks.ts'

let h: InspectionHouse
beforeAll(async () => {
  h = await openInspectionHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const calendar = async (month: string): Promise<InspectionCalendar> =>
  (await h.call('head', 'GET', `/calendar?month=${month}`)).json()
const board = async () => ((await h.call('head', 'GET', '/tasks')).json() as TaskBoard).items
/** The morning job of a day; the sessions of the test stay in November. */
const raise = (day: string) => {
  const at = momentOf(Temporal.Instant.from(`${day}T00:00:00Z`))
  return h.all(tx => raiseCalendar(tx, at, settingOn(at.today)))
}
const raiseByHand = (id: string, who: 'first' | 'head' = 'first') =>
  h.call(who, 'POST', `/calendar/periods/${id}/proposals`, { month: '2026-12' })

it('shows the days off of the notice, the seasons of the bureau and what the machine will do and when', async () => {
  const { days, periods, published, yearlyCap } = await calendar('2026-10')
  expect([published, yearlyCap]).toEqual([true, 2])
  expect(days[0]).toEqual({ day: '2026-10-01', off: true, holiday: '国庆节', season: true })
  expect(days[9]).toEqual({ day: '2026-10-10', off: false, holiday: null, season: true })
  expect(periods.find(({ id }) => id === 'GF-2026-12-20')).toMatchObject({
    from: '2026-12-20',
    raisesOn: '2026-12-06',
    proposed: 0,
    over: false,
  })
  expect((await calendar('2027-05')).published).toBe(false)
})

it('asks for nothing before its time, and once when it has come: off-hours and joint visits with the reason', async () => {
  expect(await raise('2026-12-05')).toBe(0)
  // A shop with trouble, and one that had its two visits of the year.
  await h.all(async tx => {
    const shops = ['440785100010', '440785100011', '440785100011']
    for (const [n, licenceNo] of shops.entries()) {
      const id = `RW-2026-90000${n}`
      await sql`insert into inspection.task (id, licence_no, area_code, kind, source, reasons, checklist, basis, hours, due_by, state, visit_on,
          officers, proposed_by, proposed_at, approved_by, approved_at)
        values (${id}, ${licenceNo}, '440785103', 'report', 'person', '{clue}', '{source}', '[]', 'office', '2026-06-30', 'closed', '2026-06-01',
          ${[h.people.first.staffId, h.people.second.staffId]}::uuid[], 'staff:a', now(), 'staff:b', now())`.execute(tx)
      await sql`insert into inspection.finding (task_id, licence_no, area_code, outcome, checked_on, words, rectify_by, by, at)
        values (${id}, ${licenceNo}, '440785103', 'rectify', '2026-06-01', '', '2026-06-15', 'staff:a', now())`.execute(
        tx,
      )
    }
  })
  expect(await raise('2026-12-06')).toBe(11)
  expect(await raise('2026-12-07')).toBe(0)
  const made = (await board()).filter(({ source }) => source === 'calendar')
  expect(made.filter(({ licenceNo }) => licenceNo === '440785100011')).toEqual([])
  expect(made.find(({ licenceNo }) => licenceNo === '440785100010')).toMatchObject({
    kind: 'joint',
    partner: '市市场监督管理局',
    hours: 'off',
    state: 'proposed',
    officers: [],
    dueBy: '2027-01-10',
    sourceRef: 'GF-2026-12-20',
    why: '高发期（2026-12-20至2027-01-10）加派错时、联合检查；近一年有 1 次责令改正或者立案；今年已查 1 次，上限 2 次',
  })
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(['joint', 'offHours']))
  expect(await calendar('2026-12')).toMatchObject({
    capped: [{ licenceNo: '440785100011', visits: 2 }],
    periods: [{ id: 'GF-2026-12-20', proposed: 11, sent: 0 }, {}, {}],
  })
})

it('is asked earlier by a person, for a period it knows and that has not been asked for', async () => {
  expect((await raiseByHand('GF-2026-12-20')).json()).toMatchObject({ code: 'calendarRaised' })
  expect((await raiseByHand('JR-2026-12-24')).json()).toMatchObject({ code: 'calendarPeriodUnknown' })
  expect((await raiseByHand('GF-2027-01-15')).json()).toMatchObject({ code: 'calendarNobody' })
  expect((await raiseByHand('GF-2027-01-15', 'head')).statusCode).toBe(403)
})

it('asks for regular checks by the cycle of the class, a limited number a week, outside the draw and within the yearly limit', async () => {
  const at = momentOf(Temporal.Instant.from('2028-03-06T00:00:00Z'))
  const setting = settingOn(at.today)
  const policy = { ...setting.policy, regularPerWeek: 5 }
  const lapse = () =>
    h.all(tx =>
      sql`update inspection.task set state = 'lapsed', version = version + 1 where state = 'proposed'`.execute(tx),
    )
  // All but one still wait for the visits of the season: nobody is asked for twice.
  expect(await h.all(tx => raiseRegular(tx, at, { ...setting, policy }))).toHaveLength(1)
  await lapse()
  expect(await h.all(tx => raiseRegular(tx, at, { ...setting, policy }))).toHaveLength(4)
  expect(await h.all(tx => raiseRegular(tx, at, { ...setting, policy }))).toHaveLength(0)
  const [one, ...others] = (await board()).filter(({ source, state }) => source === 'cycle' && state === 'proposed')
  expect(others).toHaveLength(3)
  expect(one).toMatchObject({
    kind: 'regular',
    capped: true,
    reasons: ['cycle'],
    sourceRef: 'DQ-2028-03-06',
    state: 'proposed',
  })
  expect(one?.why).toMatch(/^未评级每 12 个月核查一次；.+；今年已查 0 次，上限 2 次$/)
  const mine = (await h.call('head', 'GET', '/tasks?ref=DQ-2028-03-06')).json() as TaskBoard
  expect(mine.items).toHaveLength(5)
  await lapse()
})

it('leads each pair of a day from shop to shop, off-hours visits in the evening, and the telephone has the same order', async () => {
  const send = async (licenceNo: string, hours: 'office' | 'off') => {
    await h.call('first', 'POST', '/tasks', {
      licenceNo,
      kind: 'report',
      reasons: ['clue'],
      why: '',
      dueBy: '2026-11-27',
      partner: null,
      noNoticeReason: null,
    })
    const task = (await board()).find(
      one => one.licenceNo === licenceNo && one.state === 'proposed' && one.source === 'person',
    )
    const officers = [h.people.first.staffId, h.people.second.staffId]
    const body = { version: task?.version ?? 0, visitOn: '2026-11-23', hours, officers }
    expect((await h.call('head', 'POST', `/tasks/${task?.id}/approval`, body)).statusCode).toBe(200)
    return task?.id
  }
  const late = await send('440785100012', 'off')
  const early = await send('440785100013', 'office')
  const { pairs } = (await h.call('head', 'GET', '/day-routes?on=2026-11-23')).json() as DayRoutes
  expect(pairs).toMatchObject([{ stops: [{ taskId: early }, { taskId: late, begin: 1050, off: true }], left: [] }])
  const bundle = (await h.call('first', 'GET', '/field/day')).json() as { tasks: { task: { id: string } }[] }
  expect(bundle.tasks.map(({ task }) => task.id)).toEqual([early, late])
})
