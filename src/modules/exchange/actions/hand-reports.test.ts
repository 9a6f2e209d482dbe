import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type MovableClock, movableClock } from '#platform/clock'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import type { Handed, Report } from '../ports.ts'
import { handReports } from './hand-reports.ts'
import { queueReport } from './queue-report.ts'
import { reportTerminals, reportUsage } from './report-terminals.ts'
import { resend } from './resend.ts'

const gateway = 'nationalPortal'
const everything = { areas: 'all' } as const
const opened: TestDatabase[] = []
let test: TestDatabase
let clock: MovableClock
let taken: Report[]
let behave: (report: Report) => Handed
const fine = (report: Report): Handed => ({ kind: 'accepted', receiptNo: `r-${report.id}` })
const away = (): Handed => ({ kind: 'unavailable', why: '连不上对方' })
beforeEach(async () => {
  test = await createTestDatabase()
  opened.push(test)
  clock = movableClock('2026-11-26T02:00:00Z')
  taken = []
  behave = fine
})
afterAll(async () => {
  for (const each of opened) await each.drop()
})

const target = {
  hand: async (report: Report) => {
    taken.push(report)
    return behave(report)
  },
}
const queue = (no: string, kind: 'applied' | 'decided' = 'applied') =>
  test.database.within(everything, tx =>
    queueReport(tx, { gateway, kind, key: `${kind}:${no}`, about: no, body: { service: 'renewal' } }, clock.now()),
  )
const run = () => handReports(test.database, gateway, { target, at: clock.now() })
const reports = () =>
  test.database.within(everything, async tx => {
    const { rows } = await sql<{ about: string; state: string; error: string | null; kind: string }>`
      select about, kind, state, error from exchange.report order by place`.execute(tx)
    return rows
  })

describe('reports to outside systems', () => {
  it('one fact is one report, handed over once, in the order in which things happened', async () => {
    expect([await queue('R1'), await queue('R1'), await queue('R1', 'decided'), await queue('R2')]).toEqual([
      ...[true, false, true, true],
    ])
    expect(await run()).toBe(3)
    expect(await run()).toBe(0)
    expect(taken.map(({ kind, about }) => `${kind} ${about}`)).toEqual(['applied R1', 'decided R1', 'applied R2'])
  })

  it('a week of outage loses nothing and asks at growing intervals; then everything follows by itself', async () => {
    behave = away
    await queue('R1')
    await queue('R2')
    for (let minute = 0; minute < 60; minute += 1) {
      await run()
      clock.advance({ minutes: 1 })
    }
    // 1, 2, 4, 8, 16 and then 30 minutes apart, and always only the oldest.
    expect(taken).toHaveLength(6)
    expect(new Set(taken.map(report => report.about))).toEqual(new Set(['R1']))
    clock.advance({ days: 7 })
    behave = fine
    expect(await run()).toBe(2)
    expect((await reports()).map(row => row.state)).toEqual(['accepted', 'accepted'])
  })

  it('what is refused is put aside with its reason, holds nobody up, and goes out again by a person’s hand', async () => {
    behave = report => (report.about === 'R1' ? { kind: 'refused', why: '事项编码不对' } : fine(report))
    await queue('R1')
    await queue('R2')
    await run()
    expect(await reports()).toMatchObject([{ state: 'refused', error: '事项编码不对' }, { state: 'accepted' }])
    behave = fine
    await test.database.within(everything, tx => resend(tx, gateway, noPorts))
    await run()
    expect((await reports()).map(row => row.state)).toEqual(['accepted', 'accepted'])
  })

  it('does not believe a receipt that another report has had', async () => {
    behave = () => ({ kind: 'accepted', receiptNo: 'always-the-same' })
    await queue('R1')
    await queue('R2')
    expect(await run()).toBe(1)
    expect(await reports()).toMatchObject([{ state: 'accepted' }, { state: 'waiting', error: '对方给了重复的回执号' }])
  })

  it('two workers never hand over the same report', async () => {
    for (const no of ['R1', 'R2', 'R3', 'R4']) await queue(no)
    await Promise.all([run(), run(), run()])
    await run()
    expect(taken.map(report => report.about)).toEqual(['R1', 'R2', 'R3', 'R4'])
  })

  it('an adapter that throws is a system that does not answer', async () => {
    behave = () => {
      throw new Error('broken')
    }
    await queue('R1')
    await run()
    expect(await reports()).toMatchObject([{ state: 'waiting', error: '对接程序出错' }])
  })

  it('terminals are reported by the hour; a newer picture replaces the one that waits, a day’s usage stays', async () => {
    const tell = () =>
      test.database.within(everything, async tx => {
        await reportTerminals(tx, clock.now())
        await reportUsage(tx, clock.now())
      })
    await tell()
    clock.advance({ hours: 1 })
    await tell()
    expect((await reports()).map(row => `${row.kind} ${row.state}`)).toEqual([
      ...['terminals replaced', 'usage waiting', 'terminals waiting'],
    ])
  })
})

const noPorts = {
  targets: { certificatePublisher: target, nationalPortal: target, kioskPlatform: target, ratingPlatform: target },
  lists: {},
  connected: [],
  simulated: [],
}
