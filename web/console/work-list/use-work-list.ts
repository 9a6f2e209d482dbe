import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { routes as licensing } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { byUrgency, clockLook } from './clock-tone.ts'
import type { WorkFilters } from './filters.ts'

/** The most a page may ask for; a county office has fewer open files. */
const PAGE_SIZE = 200

/** The list by clock. The clock filter is applied here once more, so that a stale tone is not shown under a wrong head. */
export function useWorkList(filters: WorkFilters) {
  return useQuery({
    queryKey: ['workList', filters],
    queryFn: async ({ signal }) => {
      const reply = await call(licensing.workList, { query: { ...filters, page: 1, size: PAGE_SIZE }, signal })
      const items = reply.items.filter(row => filters.tone === undefined || clockLook(row.clock).tone === filters.tone)
      return { ...reply, items: items.sort(byUrgency) }
    },
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}
