import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PastFile, seedPastFiles } from '#modules/licensing'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { openRenewalHouse, type RenewalHouse, today } from '../../licensing/testing/renewal-house.ts'
import { findSites } from '../actions/find-sites.ts'
import { reckonReach } from '../actions/reckon-reach.ts'
import { monthFacts, readReportFigures } from '../report/facts.ts'
import { renderMonthlyReport } from '../report/render.ts'
import { endSiting, findSiting, insertSiting } from '../store/siting.ts'
import { figureView } from './figure-view.ts'
import { figureGroups, findFigure } from './figures/all.ts'
import type { FigureGroup } from './figures/group.ts'
import { service } from './figures/service.ts'
import { listRows, reportOf } from './report.ts'
import { rowSearchOf } from './search.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const officers = { window: id(1), reviewer: id(2), decider: id(3), helper: id(4), caller: id(5) }
const october = { from: '2026-10-01', to: '2026-10-31' }

const past = (n: number, change: Partial<PastFile> = {}): PastFile => ({
  ...{
    licenceNo: `44078510000${n}`,
    service: 'reissue',
    answers: { cause: 'lost', which: 'both' },
    channel: 'terminal',
  },
  ...{ terminalId: null, helped: false, applyMinutes: 4, submittedAt: '2026-10-12T02:00:00Z', deemedAfter: null },
  ...{ corrected: false, decideDays: 3, rated: null, followUp: null, method: 'code', pause: null },
  ...change,
})
const files = [
  past(1, { helped: true }),
  past(2, { applyMinutes: 9, channel: 'window' }),
  past(3, { corrected: true }),
  past(4, { decideDays: 9 }),
  past(5, { method: 'card' }),
]

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([1, 2, 3, 4, 5].map(n => ({ no: `44078510000${n}`, person: n })))
  await house.all(async tx => {
    await seedPastFiles(tx, files, { officers, at: today, setting: house.setting })
    await sql`insert into registry.service_point (code, name, kind, area_code, lng, lat) values
      ('H', '模拟大厅', 'hall', '440785103', 112.44, 22.30), ('K', '模拟终端', 'kiosk', '440785103', 112.44, 22.34)`.execute(
      tx,
    )
    await reckonReach(tx, today)
  })
})
afterAll(() => house.close())

const search = (more = {}) => rowSearchOf({ ...october, ...more }, today.today, chinaCalendar)
const values = async (group: FigureGroup, more = {}, read = house.all) => {
  const report = await read((tx: Tx) => reportOf(tx, group, search(more), { towns: true, months: true }))
  return { ...report, of: (code: string) => report.whole.find(one => one.code === code) }
}

describe('the figures of the services', () => {
  it.each([
    ['received', 5],
    ['decided', 5],
    ['atTerminal', 4],
    ['applyMinutes', 4],
    ['applyMinutesP90', 7],
    ['approvalDays', 3],
    ['onTime', 0.8],
    ['onTimeByLaw', 1],
    ['firstTime', 0.8],
    ['automatic', 0.2],
    ['assisted', 0.2],
    ['zeroErrand', 0.8],
  ])('are reckoned from the past of a demonstration: %s', async (code, value) => {
    expect((await values(service)).of(code)?.value).toBeCloseTo(value, 9)
  })

  it('stand by town and by month, and every number opens to exactly the rows it counts', async () => {
    const report = await values(service)
    expect(report.town('440785103')).toEqual(report.whole)
    expect(report.month('2026-10')).toEqual(report.whole)
    const found = findFigure('approvalDays')
    if (!found) throw new Error('no figure')
    const { items, total } = await house.all(tx => listRows(tx, found, search(), { offset: 0, limit: 50 }))
    expect([items.length, total]).toEqual([report.of('approvalDays')?.counted, report.of('approvalDays')?.counted])
    expect(items.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([0, 3, 3, 3, 9])
  })

  it('are cut by town and service, and end with the reader’s areas', async () => {
    expect((await values(service, { town: '440785103' })).of('received')?.value).toBe(5)
    expect((await values(service, { service: 'close' })).of('received')?.value).toBe(0)
    const elsewhere = <T>(work: (tx: Tx) => Promise<T>) => house.test.database.within({ areas: ['440785001'] }, work)
    expect((await values(service, {}, elsewhere)).of('received')?.value).toBe(0)
  })

  it('have no median where nothing was counted', async () => {
    expect((await values(service, { service: 'close' })).of('applyMinutes')).toEqual({
      code: 'applyMinutes',
      value: null,
      counted: 0,
    })
  })
})

describe('every figure of the house', () => {
  it.each(figureGroups.map(group => [group.code, group] as const))(
    'of %s answers, by town and by month, with its rows',
    async (_, group) => {
      const report = await values(group)
      expect(report.whole.map(({ code }) => code)).toEqual(group.figures.map(({ code }) => code))
      const alone = await house.all(tx => reportOf(tx, group, search(), { towns: false, months: false }))
      expect(alone.whole).toEqual(report.whole)
      for (const figure of group.figures) {
        const { total } = await house.all(tx => listRows(tx, { group, figure }, search(), { offset: 0, limit: 5 }))
        if (figure.aggregate !== 'subjects')
          expect([figure.code, total]).toEqual([figure.code, report.of(figure.code)?.counted])
      }
    },
  )

  it('reads published views and the own schema only, and has a name of its own', () => {
    const codes = figureGroups.flatMap(({ figures }) => figures.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
    for (const { sources } of figureGroups) for (const view of sources) expect(view).toMatch(/^\w+\.published_\w+$/)
  })

  it('says in its name and formula the values of policy it is reckoned by, and not those of another day', () => {
    const { policy } = search()
    const said = (code: string, by = policy) => {
      const found = findFigure(code)
      const view = found && figureView(found.group, found.figure, by)
      return `${view?.name.zh}：${view?.formula.zh}`
    }
    expect(said('within15min')).toContain('15分钟内到得了')
    expect(said('within15min')).toContain('乘1.3估计，速度20公里/小时')
    const other = { ...policy, detourFactor: 1.5, nearMetres: 2500, workingHours: 12, circleMinutes: 20 }
    expect(said('within15min', other)).toContain('乘1.5估计')
    expect(said('within3km', other)).toContain('直线2.5公里以内')
    expect(said('within3km', other)).toContain('2.5公里内有在用服务点')
    expect(said('within15min', other)).toContain('20分钟服务圈覆盖率')
    expect(said('workingMetres', other)).toContain('12小时内有心跳')
    expect(said('terminalsConnected', { ...policy, connectedMinutes: 5 })).toContain('最近5分钟内')
    expect(said('offHoursShare', { ...policy, officeHours: '09:00-18:00' })).toContain('安排在9:00至18:00以外')
    for (const { code } of figureGroups.flatMap(({ figures }) => figures)) expect(said(code)).not.toMatch(/[{}]/u)
  })

  it('of which nobody has data yet gives no number, not a nought', async () => {
    const awareness = figureGroups.find(({ code }) => code === 'awareness')
    if (!awareness) throw new Error('no group')
    expect((await values(awareness)).of('awareness')).toEqual({ code: 'awareness', value: null, counted: 0 })
  })
})

describe('the service circle', () => {
  it('counts a point that works apart from one that is only on the register', async () => {
    const reach = figureGroups.find(({ code }) => code === 'reach')
    if (!reach) throw new Error('no group')
    const report = await values(reach)
    expect(report.of('nearestMetres')?.value).toBeLessThan(600)
    // The terminal of the register was never enrolled: the hall 4.4 km away is the nearest that works.
    expect(report.of('workingMetres')?.value).toBeGreaterThan(4000)
    expect(report.of('within3km')).toEqual({ code: 'within3km', value: 0, counted: 5 })
  })

  it('writes nothing where nothing changed', async () => {
    expect(await house.all(tx => reckonReach(tx, today))).toEqual({ changed: 0 })
  })
})

describe('the search for the next places', () => {
  const ask = async () => {
    const id = randomUUID()
    const asked = { id, areas: ['440785'], count: 2, withinMetres: 3000, points: 'working' as const }
    await house.all(tx => insertSiting(tx, { ...asked, by: 'staff:x', at: '2026-11-23T02:00:00Z' }))
    return id
  }
  const run = (id: string) =>
    findSites(id, { database: house.test.database, now: () => today.instant, stop: new AbortController().signal })

  it('brings in every shop that a place can reach, and says what each place does', async () => {
    const id = await ask()
    await run(id)
    const found = await house.all(tx => findSiting(tx, id))
    expect(found).toMatchObject({
      state: 'done',
      progress: 100,
      result: { exact: true, shops: 5, before: 0, after: 5 },
    })
    expect(found?.result?.sites).toMatchObject([{ gains: 5, townName: '沙湖镇' }])
    expect(found?.result?.sites[0]?.metresAfter).toBeLessThan(found?.result?.sites[0]?.metresBefore ?? 0)
  })

  it('leaves a run that was cancelled as it is', async () => {
    const id = await ask()
    await house.all(tx => endSiting(tx, id, { state: 'cancelled', at: '2026-11-23T02:01:00Z' }))
    await run(id)
    expect(await house.all(tx => findSiting(tx, id))).toMatchObject({ state: 'cancelled', result: null })
  })
})

it('the report of a month is set from the same figures', async () => {
  const day = { today: today.today, calendar: chinaCalendar }
  const figures = await house.all(tx => readReportFigures(tx, '2026-10', day))
  const received = figures.find(({ facts }) => facts.code === 'received')
  expect(received?.facts).toMatchObject({ now: 5, monthBefore: 0, yearBefore: 0 })
  const calendar = monthFacts('2026-10', day)
  expect(calendar?.holidays).toContain('国庆节')
  const pdf = renderMonthlyReport({
    ...{ month: '2026-10', figures, calendar, at: today },
    mode: 'demo',
    bureau: '模拟局',
  })
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
})
