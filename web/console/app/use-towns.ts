import { useQuery } from '@tanstack/react-query'
import { type AreaView, routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'

/** All areas; they change once in years. */
export function useAreas() {
  return useQuery({
    queryKey: ['areas'],
    queryFn: ({ signal }) => call(registry.listAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The towns (镇街) for a filter; empty until they are known: a filter is no reason to stop a page. */
export function useTowns(): AreaView[] {
  return useAreas().data?.items.filter(area => area.kind === 'town') ?? []
}
