import { staffRoles } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import { casePolicy } from '../policy.ts'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import { startClock } from '../rules/procedure/clocks.ts'
import type { Officer, Setting } from '../rules/procedure/step-rule.ts'

export const day = (on: string) => momentOf(Temporal.Instant.from(`${on}T02:00:00Z`))
export const start = day('2026-03-02')

const officer = (id: string): Officer => ({
  ...{ id, name: `模拟${id}`, active: true, roles: staffRoles, certificateNo: `19J${id}` },
  ...{ certificateFrom: '2020-01-01', certificateTo: '2040-12-31' },
})
export const officers = ['o1', 'o2', 'o3', 'o4', 'o5'].map(officer)

export const calm: Setting = {
  policy: casePolicy(start.today),
  calendar: chinaCalendar,
  officers,
  around: {
    ...{ evidence: 3, records: 1, goods: null, lots: [], goodsValue: null, criminal: null, papers: [] },
    range: { kind: 'range', from: 0, to: 100_000_000, may: true },
  },
}

export const freshCase = (change: Partial<CaseFile> = {}): CaseFile => ({
  ...{ no: 'AJ-2026-000001', path: 'ordinary', state: 'checking', version: 1, areaCode: '440785103' },
  ...{
    licenceNo: '440785100011',
    violation: null,
    about: '模拟案由',
    origin: 'clue',
    originRef: null,
    happenedOn: null,
  },
  party: {
    ...{ kind: 'person', name: '张三', idNo: '440785198001010011', address: '恩平市模拟路 1 号' },
    ...{ phone: '13800000000', represented: '' },
  },
  officers: [],
  clocks: [startClock('check', start, chinaCalendar)],
  steps: [
    {
      ...{ n: 1, event: 'open', from: 'checking', to: 'checking', by: 'staff:o1' },
      ...{ on: start.today.toString(), at: start.instant.toString(), input: { words: '模拟案由' } },
    },
  ],
  ...{ filedOn: null, decidedOn: null, proposedBy: null, decidedBy: null },
  ...{ openedBy: 'staff:o1', openedOn: start.today.toString() },
  ...change,
})
