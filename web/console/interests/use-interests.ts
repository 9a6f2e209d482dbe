import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { interestRoutes as routes } from '#contract/access'
import { call } from '../../shared/api.ts'

const key = ['interests'] as const

export const useInterests = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.listInterests, { signal }) })

type Stated = Parameters<typeof call<typeof routes.stateInterest>>[1]['body']

export function useStateInterest(done: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Stated) => call(routes.stateInterest, { body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key })
      done()
    },
  })
}

export function useEndInterest(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => call(routes.endInterest, { params: { id }, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}
