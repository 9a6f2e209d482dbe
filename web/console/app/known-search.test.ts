import { expect, it } from 'vitest'
import { readPartnerFilters } from '../partners/filters.ts'
import { knownSearch } from './known-search.ts'

it('a word the page does not know reaches it no more, although the router lays the address beneath', () => {
  const laid = (address: Record<string, unknown>) => ({ ...address, ...knownSearch(readPartnerFilters)(address) })
  expect(laid({ tab: 'unknown', x: '1', lang: 'en' })).toEqual({ lang: 'en' })
  expect(laid({ tab: 'watch' })).toEqual({ tab: 'watch' })
})
