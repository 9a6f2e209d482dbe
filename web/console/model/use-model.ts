import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ModelMove, modelRoutes as routes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'

const key = ['model']

/** While the machine learns, the page looks again by itself. */
export const useModel = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.model, { signal }),
    refetchInterval: query => (query.state.data?.learning?.endedAt === null ? 3_000 : false),
  })

export function useLearn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(routes.learn, { body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useMove(no: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly move: ModelMove; readonly why: string }) =>
      call(routes.moveModel, { params: { no }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}
