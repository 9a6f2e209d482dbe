import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { liveRoutes as routes } from '#contract/outreach'
import { call, type Input } from '../../shared/api.ts'

export const liveKey = ['broadcasts']

/** Questions and viewers come by themselves while somebody looks. */
export const useBroadcasts = () =>
  useQuery({
    queryKey: liveKey,
    queryFn: ({ signal }) => call(routes.listBroadcasts, { signal }),
    refetchInterval: 5_000,
  })

export const useIngest = (id: string) =>
  useQuery({
    queryKey: ['ingest', id],
    queryFn: ({ signal }) => call(routes.ingest, { params: { id }, signal }),
    refetchInterval: 5_000,
  })

export function useStep(id: string, version: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: Omit<Input<typeof routes.stepBroadcast>['body'], 'version'>) =>
      call(routes.stepBroadcast, { params: { id }, body: { ...step, version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: liveKey }),
  })
}
