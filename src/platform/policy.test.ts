import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from './config.ts'
import {
  loadPolicy,
  type PolicyEntry,
  PolicyError,
  type PublishedEntry,
  policyBookOf,
  readPolicyBook,
} from './policy.ts'

const day = Temporal.PlainDate.from
const entry = (key: string, value: PolicyEntry['value'], effective: string): PolicyEntry => ({
  key,
  value,
  unit: '',
  basis: '测试',
  effective,
  sure: 'design',
  note: '',
  unconfirmed: true,
})
const folderWith = (content: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-policy-'))
  writeFileSync(join(folder, 'a.json'), content)
  return folder
}

test('the bureau’s own files load, and every value that is not statute text is marked as unconfirmed', () => {
  const policy = loadPolicy(join(projectFolder, 'policy'), day('2026-11-23'))
  expect(policy.number('renewal.leadDays')).toBe(30)
  expect(policy.text('renewal.leadKind')).toBe('calendar')
  expect(policy.flag('application.siteCheckStopsClock')).toBe(false)
  expect(policy.number('renewal.termYears')).toBeLessThanOrEqual(5)
  expect(policy.number('application.promisedDays')).toBeLessThanOrEqual(policy.number('application.legalDays'))
  for (const { sure, unconfirmed } of policy.list()) expect(unconfirmed).toBe(sure !== 'law')
})

test('a later version of a value holds from its first day, and the version of the set changes with it', () => {
  const book = policyBookOf([entry('a.b', 1, '2026-01-01'), entry('a.b', 2, '2026-12-01')])
  expect(book.on(day('2026-11-30')).number('a.b')).toBe(1)
  expect(book.on(day('2026-12-01')).number('a.b')).toBe(2)
  expect(book.on(day('2026-11-30')).version).not.toBe(book.on(day('2026-12-01')).version)
  expect(book.on(day('2026-11-30'))).toBe(book.on(day('2026-02-01')))
})

test('before its first day a value does not exist, and asking for it or for another type is a fault', () => {
  const set = policyBookOf([entry('a.b', 1, '2026-01-01'), entry('a.c', 'x', '2026-01-01')])
  expect(() => set.on(day('2025-12-31')).number('a.b')).toThrow(PolicyError)
  expect(() => set.on(day('2026-01-01')).flag('a.b')).toThrow(/another type/)
  expect(() => set.on(day('2026-01-01')).number('a.c')).toThrow(PolicyError)
})

const published = (publication: number, value: PolicyEntry['value'], effective: string): PublishedEntry => ({
  ...entry('a.b', value, effective),
  ...{ publication, unconfirmed: false, draftedBy: 'staff:a', publishedBy: 'staff:b', publishedAt: '' },
})

test('what the bureau published stands above everything shipped from its day on, and the later of one day wins', () => {
  const shipped = [entry('a.b', 1, '2026-01-01'), entry('a.b', 9, '2027-01-01')]
  const book = policyBookOf(shipped, [published(2, 3, '2026-12-01'), published(1, 2, '2026-12-01')])
  expect(book.on(day('2026-11-30')).number('a.b')).toBe(1)
  expect(book.on(day('2026-12-01')).number('a.b')).toBe(3)
  expect(book.on(day('2027-06-01')).number('a.b')).toBe(3)
  expect(book.on(day('2026-11-30')).version).toBe(policyBookOf(shipped).on(day('2026-11-30')).version)
})

test('one key given twice for one day is refused, whatever the order of the files', () => {
  expect(() => policyBookOf([entry('a.b', 1, '2026-01-01'), entry('a.b', 2, '2026-01-01')])).toThrow(/twice/)
})

test.each([
  ['no JSON', '{', /not JSON/],
  ['an unknown field', '{"about":"","entries":[],"more":1}', /more|additional/i],
  ['a day that does not exist', file({ effective: '2026-02-30' }), /no day/],
  ['an unknown instrument', file({ basis: [{ instrument: 'ZZ', article: 1 }] }), /ZZ/],
  ['a value without basis', file({ basis: '' }), /basis/],
])('a file with %s is refused by name', (_, content, message) => {
  expect(() => readPolicyBook(folderWith(content))).toThrow(message)
})

function file(change: object): string {
  const good = { key: 'a.b', value: 1, unit: '', basis: 'x', effective: '2026-01-01', sure: 'design', note: '' }
  return JSON.stringify({ about: '', entries: [{ ...good, ...change }] })
}
