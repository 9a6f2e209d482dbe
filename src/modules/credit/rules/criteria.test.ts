import { expect, it } from 'vitest'
import { creditPolicy } from '../policy.ts'
import { modelConditions, repairConditions, unmet } from './criteria.ts'
import type { Standing } from './file.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const policy = creditPolicy(today)
const clear = { id: 'a', what: 'clear', happenedOn: '2026-05-01' } as const
const good: Standing = { licenceState: 'valid', licensedOn: '2020-01-01', grade: 'A', records: [clear], troubles: [] }
const missing = (change: Partial<Standing>) =>
  unmet(modelConditions({ ...good, ...change }, today, policy)).map(c => c.zh)

it.each<[Partial<Standing>, string | undefined]>([
  [{}, undefined],
  [{ licenceState: 'suspended' }, '许可证有效'],
  [{ licensedOn: '2025-11-24' }, '持证经营满12个月'],
  [{ licensedOn: '2025-11-23' }, undefined],
  [{ grade: 'B' }, '信用等级为 A'],
  [{ grade: null }, '信用等级为 A'],
  [{ records: [clear, { id: 'b', what: 'noDisplay', happenedOn: '2026-10-01' }] }, '没有有效期内的失信记录'],
  [{ records: [clear, { id: 'b', what: 'noDisplay', happenedOn: '2026-08-23' }] }, undefined],
  [{ records: [] }, '12个月内接受过检查且未发现问题'],
  [{ records: [{ ...clear, happenedOn: '2025-11-22' }] }, '12个月内接受过检查且未发现问题'],
  [{ troubles: ['YD-2026-000001'] }, '不在异常零售户档案，没有未办结的处置'],
])('a model shop with %j lacks %s', (change, lack) => {
  expect(missing(change)).toEqual(lack === undefined ? [] : [lack])
})

const fault = { id: 'x', what: 'minors', happenedOn: '2026-08-25' } as const
const repairable = { record: fault, standing: { ...good, records: [fault] }, performed: true, harmless: true }
it.each<[object, string | undefined]>([
  [{}, undefined],
  [{ record: { ...fault, happenedOn: '2026-08-26' } }, '行为发生满90日'],
  [{ record: { ...fault, what: 'counterfeit' } }, '不是严重失信'],
  [
    { standing: { ...good, records: [fault, { ...fault, id: 'y', happenedOn: '2026-09-01' }] } },
    '没有同类行为再次发生',
  ],
  [{ standing: { ...good, troubles: ['CZ-2026-000001'] } }, '不在异常零售户档案，没有未办结的处置'],
  [{ performed: false }, '已履行义务、改正到位'],
  [{ harmless: false }, '已消除不良影响'],
])('a repair with %j lacks %s', (change, lack) => {
  const conditions = repairConditions({ ...repairable, ...change }, today, policy)
  expect(unmet(conditions).map(({ zh }) => zh)).toEqual(lack === undefined ? [] : [lack])
})
