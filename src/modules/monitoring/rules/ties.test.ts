import { expect, it } from 'vitest'
import { parcelsNamed, sourcesNamed, tiesOf } from './ties.ts'

it('of a parcel come the two numbers of those parcels that its reasons name, by their hashes, and no more', () => {
  const alert = {
    ...{ subjectKind: 'waybill', subject: 'YT1' },
    evidence: [
      { code: 'W03', 经由运单: 'YT2', 寄件号码: 'aa' },
      { code: 'W01', 来源: ['AJ-2026-000001'] },
      { code: 'W07', 运单: ['YT1', 'YT3'] },
    ],
  }
  expect(parcelsNamed(alert)).toEqual(['YT1', 'YT2', 'YT3'])
  expect(parcelsNamed(alert, 2)).toEqual(['YT1', 'YT2'])
  expect(sourcesNamed(alert)).toEqual(['AJ-2026-000001'])
  const parcels = [{ no: 'YT1', sender: 'aa', receiver: 'bb', on: '2026-11-20' }]
  expect(tiesOf(alert, parcels).map(({ from, how, to, on }) => `${from.ref} ${how} ${to.ref} ${on}`)).toEqual([
    'aa sends YT1 2026-11-20',
    'YT1 receives bb 2026-11-20',
  ])
})

it.each([
  ['device', { shops: ['1', '2'] }, ['1 uses X', '2 uses X']],
  ['account', { shops: ['1'] }, ['1 uses X']],
  ['deliveryPoint', { shops: ['1'] }, ['1 at X']],
  ['vehicle', { 同行车: 'Y' }, ['X alongside Y']],
  ['vessel', { 对方船: ['Y', 'Z'] }, ['X alongside Y', 'X alongside Z']],
  ['retailer', { shops: ['1'] }, []],
])('of a %s come its sharers and companions', (subjectKind, facts, ties) => {
  const alert = { subjectKind, subject: 'X', evidence: [{ code: '?', ...facts }] }
  expect(tiesOf(alert, []).map(({ from, how, to }) => `${from.ref} ${how} ${to.ref}`)).toEqual(ties)
})
