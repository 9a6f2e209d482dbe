import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { circleRoutes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import type { CircleFilters } from './filters.ts'

const asked = ({
  points = 'working',
  reach = 'near',
}: {
  points?: 'working' | 'registered'
  reach?: 'near' | 'minutes'
}) => ({
  points,
  reach,
})

export const useCircle = ({ town, ...filters }: CircleFilters) => {
  const query = { ...asked(filters), ...(town === undefined ? {} : { town }) }
  return useQuery({
    queryKey: ['circle', query],
    queryFn: ({ signal }) => call(circleRoutes.circle, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

const key = ['siting']

/** The last run; asked again each second while it is under way. */
export function useSiting() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(circleRoutes.latestSiting, { signal }),
    refetchInterval: ({ state }) => (['waiting', 'running'].includes(state.data?.siting?.state ?? '') ? 1_000 : false),
  })
}

export function useSitingActs(filters: CircleFilters) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  return {
    start: useMutation({
      mutationFn: (count: number) => call(circleRoutes.startSiting, { body: { ...asked(filters), count } }),
      onSettled,
    }),
    cancel: useMutation({
      mutationFn: (id: string) => call(circleRoutes.cancelSiting, { params: { id } }),
      onSettled,
    }),
  }
}
