import { describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { alarmsDue, type ClockDates, type ClockPolicy, pressure, runningClock } from './clocks.ts'
import type { ApplicationState } from './moves.ts'

const day = Temporal.PlainDate.from
const policy: ClockPolicy = {
  correctionDays: 5,
  correctionAnswerDays: 15,
  promisedDays: 8,
  extensionDays: 4,
  statementDays: 5,
  hearingRequestDays: 5,
  serveDays: 10,
  soonDays: 2,
}
const calendar = calendarOf(
  ['2022-10-03', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ['2026-10-10'],
  [2022, 2026],
)
const setting = { policy, calendar }
const base: ClockDates = {
  state: 'accepted',
  receivedOn: day('2022-11-01'),
  correctionAskedOn: null,
  acceptedOn: day('2022-11-01'),
  extended: false,
  decidedOn: null,
  deemedAfter: null,
}
const due = (change: Partial<ClockDates>) => runningClock({ ...base, ...change }, setting)

describe('the clock of an application', () => {
  it('agrees with the court’s golden case: accepted 2022-11-01, day 8 is 2022-11-11, four more end on 2022-11-17', () => {
    expect(due({})?.dueOn?.toString()).toBe('2022-11-11')
    expect(due({ state: 'extended', extended: true })?.dueOn?.toString()).toBe('2022-11-17')
    expect(due({ state: 'proposed', extended: true })?.dueOn?.toString()).toBe('2022-11-17')
  })

  it.each<[ApplicationState, string, string]>([
    ['submitted', 'accept', '2022-11-08'],
    ['correctionRequested', 'correctionAnswer', '2022-11-24'],
    ['siteCheck', 'decide', '2022-11-11'],
    ['heardStatement', 'decide', '2022-11-11'],
    ['granted', 'serve', '2022-11-25'],
    ['deemedGranted', 'confirm', '2022-11-25'],
  ])('in state %s is “%s”, due %s', (state, kind, dueOn) => {
    const clock = due({ state, correctionAskedOn: day('2022-11-03'), decidedOn: day('2022-11-11') })
    expect([clock?.kind, clock?.dueOn?.toString()]).toEqual([kind, dueOn])
  })

  it('does not stop for a site check, and ends with the file', () => {
    expect(due({ state: 'siteCheck' })?.dueOn).toEqual(due({ state: 'reviewing' })?.dueOn)
    for (const state of ['served', 'archived', 'withdrawn', 'lapsed', 'rejectedAcceptance'] as const)
      expect(due({ state })).toBeUndefined()
  })

  it('jumps over the National Day week and counts its make-up Saturday', () => {
    expect(due({ acceptedOn: day('2026-09-30') })?.dueOn?.toString()).toBe('2026-10-16')
  })

  it('gives way to the expiry of the licence when that comes first, because silence then grants', () => {
    expect(due({ deemedAfter: day('2022-11-09') })).toMatchObject({ kind: 'expiry' })
    expect(due({ deemedAfter: day('2022-11-11') })).toMatchObject({ kind: 'decide' })
  })

  it('names the year that is not published instead of guessing, and still shows expiry', () => {
    const open = due({ acceptedOn: day('2026-12-28') })
    expect(open).toEqual({ kind: 'decide', dueOn: null, unpublishedYear: 2027 })
    const closing = due({ acceptedOn: day('2026-12-28'), deemedAfter: day('2027-01-20') })
    expect(closing).toEqual({ kind: 'expiry', dueOn: day('2027-01-20'), unpublishedYear: 2027 })
  })

  it.each([
    ['2022-11-01', 8, 'calm'],
    ['2022-11-08', 3, 'calm'],
    ['2022-11-09', 2, 'soon'],
    ['2022-11-11', 0, 'soon'],
    ['2022-11-12', -1, 'overdue'],
    ['2022-11-14', -1, 'overdue'],
    ['2022-11-15', -2, 'overdue'],
  ])('on %s has %i working days left and is %s', (today, left, tone) => {
    expect(pressure(day('2022-11-11'), day(today), setting)).toEqual({
      ok: true,
      value: { workingDaysLeft: left, tone },
    })
  })
})

describe('the alarms before expiry', () => {
  const due = (today: string) => alarmsDue(day('2026-11-27'), day(today), { calendar, days: [10, 5, 2] })
  it.each([
    ['2026-11-12', []],
    ['2026-11-13', [10]],
    ['2026-11-20', [10, 5]],
    ['2026-11-25', [10, 5, 2]],
    ['2026-11-27', [10, 5, 2]],
    ['2026-11-28', []],
  ])('on %s are %j', (today, alarms) => {
    expect(due(today)).toEqual(alarms)
  })

  it('come too early rather than never when a year is not published', () => {
    const alarms = alarmsDue(day('2027-01-05'), day('2026-12-31'), { calendar, days: [10, 5, 2] })
    expect(alarms).toContain(5)
  })
})
