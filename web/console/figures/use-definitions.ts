import { useQuery } from '@tanstack/react-query'
import { routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'

/** 指标口径, read once: it changes with the program only. */
export function useDefinitions() {
  const definitions = useQuery({
    queryKey: ['figureDefinitions'],
    queryFn: ({ signal }) => call(routes.definitions, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return definitions.data?.groups ?? []
}
