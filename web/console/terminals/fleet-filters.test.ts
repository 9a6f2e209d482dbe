import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFleetFilters } from './fleet-filters.ts'

it('keeps what it knows of an address and leaves out the rest', () => {
  expect(
    readFleetFilters({ health: 'silent', state: 'frozen', town: 440785103, paperOut: 'true', page: '2', x: 'y' }),
  ).toEqual({
    health: 'silent',
    state: 'frozen',
    town: '440785103',
    paperOut: true,
    page: 2,
  })
  expect(readFleetFilters({ health: 'dead', page: -1, paperOut: 'no', version: '  ' })).toEqual({})
})

it('is never an error, whatever stands in the address', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), search => readFleetFilters(search) !== undefined))
})
