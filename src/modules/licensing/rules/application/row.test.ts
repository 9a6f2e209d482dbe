import { expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { fileRow, type RowSource } from './row.ts'

const file: RowSource = {
  service: 'renewal',
  applicationNo: 'R20261123-000001',
  licenceNo: '440785100001',
  shopName: '模拟商店',
  townName: '沙湖镇',
  state: 'submitted',
  outcome: 'person',
  timely: true,
  receivedAt: '2026-11-23T02:00:00Z',
  clockKind: 'accept',
  clockDueOn: '2026-11-30',
  clockUnpublishedYear: null,
}
const policy = {
  correctionDays: 5,
  correctionAnswerDays: 15,
  promisedDays: 8,
  extensionDays: 4,
  statementDays: 5,
  hearingRequestDays: 5,
  serveDays: 10,
  soonDays: 2,
}
const row = (change: Partial<RowSource>, today: string, years = [2026]) =>
  fileRow(
    { ...file, ...change },
    { today: Temporal.PlainDate.from(today), policy, calendar: calendarOf([], [], years) },
  )

it('shows what presses, in words, and the next step of the staff', () => {
  expect(row({}, '2026-11-23')).toMatchObject({
    clock: { label: '受理或者告知补正', workingDaysLeft: 5, tone: 'calm' },
    nextStep: '受理',
    flags: [],
  })
  expect(row({ timely: false }, '2026-12-01')).toMatchObject({
    clock: { tone: 'overdue', workingDaysLeft: -1 },
    flags: ['LATE'],
  })
})

it('names the unpublished year where no day can be counted', () => {
  expect(row({ clockDueOn: null, clockUnpublishedYear: 2027 }, '2026-12-30')).toMatchObject({
    clock: null,
    flags: ['HOLIDAYS_2027_UNPUBLISHED'],
  })
})

it.each([
  ['2026-12-01', 'calm'],
  ['2027-01-13', 'soon'],
  ['2027-01-15', 'soon'],
  ['2027-01-16', 'overdue'],
])('colours expiry in an unpublished year honestly on %s: %s', (today, tone) => {
  expect(row({ clockKind: 'expiry', clockDueOn: '2027-01-15', clockUnpublishedYear: 2027 }, today)).toMatchObject({
    clock: { tone },
    flags: ['HOLIDAYS_2027_UNPUBLISHED'],
  })
})

it('has no clock and no next step for a closed file', () => {
  expect(row({ state: 'archived', clockKind: null, clockDueOn: null }, '2026-11-23')).toMatchObject({
    clock: null,
    nextStep: null,
  })
})
