import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditPolicy } from '../policy.ts'
import { type CountedRecord, type Grade, gradeOf } from './grade.ts'
import { creditPolicyOf } from './policy.ts'
import { faults, type RecordKind, recordKinds } from './records.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const policy = creditPolicy(today)
const record = (what: RecordKind, happenedOn: string, id = 'XY-2026-000001'): CountedRecord => ({
  id,
  what,
  happenedOn,
})

describe('the grade of a shop', () => {
  it('is none where nothing was ever recorded, and begins at B', () => {
    expect(gradeOf([], today, policy)).toEqual({ grade: null, points: 80, lines: [], nextChange: null })
    expect(gradeOf([record('clear', '2024-11-22')], today, policy)).toMatchObject({ grade: 'B', points: 80, lines: [] })
  })

  it.each<[string, readonly CountedRecord[], Grade, number]>([
    ['two checks without findings', [record('clear', '2026-10-01'), record('clear', '2026-11-01', 'b')], 'A', 90],
    [
      'no more than the cap of good signs',
      Array.from({ length: 9 }, (_, n) => record('clear', '2026-10-01', `${n}`)),
      'A',
      100,
    ],
    ['a slight fault', [record('noDisplay', '2026-11-01')], 'B', 75],
    ['a slight fault in its second half counts half', [record('noDisplay', '2026-10-08')], 'B', 77],
    ['a slight fault after three months', [record('noDisplay', '2026-08-23')], 'B', 80],
    ['a fault', [record('minors', '2026-11-01')], 'C', 55],
    ['a fault after half of its three years', [record('minors', '2025-05-23')], 'C', 67],
    [
      'a grave fault holds at D whatever else is good',
      [record('resist', '2026-11-01'), ...['a', 'b', 'c', 'd'].map(id => record('clear', '2026-11-01', id))],
      'D',
      65,
    ],
    [
      'a grave fault of long ago holds at C',
      [record('resist', '2025-01-01'), ...['a', 'b', 'c', 'd'].map(id => record('clear', '2026-11-01', id))],
      'C',
      82,
    ],
  ])('%s', (_, records, grade, points) => {
    expect(gradeOf(records, today, policy)).toMatchObject({ grade, points })
  })

  it('says on which day time alone changes it', () => {
    expect(gradeOf([record('noDisplay', '2026-11-01')], today, policy).nextChange).toBe('2026-12-16')
    expect(gradeOf([record('noDisplay', '2026-10-08')], today, policy).nextChange).toBe('2027-01-08')
    expect(gradeOf([record('noDisplay', '2026-08-23')], today, policy).nextChange).toBeNull()
  })
})

const kinds = Object.keys(recordKinds) as RecordKind[]
const aRecord = fc.record({
  id: fc.uuid(),
  what: fc.constantFrom(...kinds),
  happenedOn: fc.integer({ min: 0, max: 1500 }).map(days => today.subtract({ days }).toString()),
})
const rank = (grade: Grade | null) => 'ABCD'.indexOf(grade ?? 'B')

describe('whatever is recorded', () => {
  it('a fault never makes a grade better, a good sign never worse, and the order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(aRecord, { minLength: 1, maxLength: 12 }), aRecord, (records, more) => {
        const before = gradeOf(records, today, policy)
        const after = gradeOf([...records, more], today, policy)
        const worse = rank(after.grade) - rank(before.grade)
        expect(faults.includes(more.what) ? worse >= 0 : worse <= 0).toBe(true)
        expect(gradeOf(records.toReversed(), today, policy)).toEqual(before)
      }),
      { numRuns: 2_000 },
    )
  })

  it('nothing changes before the day it named, and in the end all is forgotten', () => {
    fc.assert(
      fc.property(
        fc.array(aRecord, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1_100 }),
        (records, days) => {
          const now = gradeOf(records, today, policy)
          const later = today.add({ days })
          if (now.nextChange === null || later.toString() < now.nextChange)
            expect(gradeOf(records, later, policy)).toEqual(now)
          expect(gradeOf(records, today.add({ years: 4 }), policy)).toMatchObject({ grade: 'B', points: 80 })
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

it.each([
  ['credit.thresholds', 'A=70,B=90,C=50'],
  ['credit.points', 'noDisplay=5'],
  ['credit.points', 'x'],
  ['credit.watchReviewDays', 91],
])('the criteria cannot be set to nonsense: %s = %s', (key, value) => {
  const set = {
    number: (asked: string) => (asked === key ? Number(value) : 3),
    text: (asked: string) =>
      asked === key
        ? String(value)
        : asked === 'credit.thresholds'
          ? 'A=90,B=70,C=50'
          : kinds.map(kind => `${kind}=${recordKinds[kind].weight === 'good' ? 1 : -1}`).join(','),
    flag: () => false,
    version: 'v',
    list: () => [],
  }
  expect(() => creditPolicyOf(set)).toThrow()
})
