import { expect, it } from 'vitest'
import { readTaskFilters } from './filters.ts'

it.each([
  [{}, {}],
  [
    { agency: 'bureau', state: 'overdue', since: '2026-11-01' },
    { agency: 'bureau', state: 'overdue', since: '2026-11-01' },
  ],
  [{ town: 440785103, state: 'lost', agency: '<b>' }, { town: '440785103' }],
])('an address %j asks for %j', (search, filters) => expect(readTaskFilters(search)).toEqual(filters))
