import { expect, it } from 'vitest'
import { figureOf } from './figures.ts'

const row = { key: 'renewal', name: null, done: 9, rated: 2, counts: [1, 0, 0, 0, 1] }

it('withholds the grades of a group so small that they would name a person', () => {
  expect(figureOf(row, 3)).toMatchObject({ rated: 2, counts: null })
  expect(figureOf({ ...row, rated: 3 }, 3)).toMatchObject({ rated: 3, counts: row.counts })
})

it.each([
  ['renewal', null, '延续'],
  ['terminal', null, '村级终端'],
  ['440785103', '沙湖镇', '沙湖镇'],
])('names the group %s', (key, name, label) => {
  expect(figureOf({ ...row, key, name }, 3).label).toContain(label)
})
