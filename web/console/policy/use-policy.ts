import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { policyRoutes as routes } from '#contract/policies'
import { call } from '../../shared/api.ts'

const keys = { values: ['policyValues'], drafts: ['policyDrafts'] } as const

export const useValues = () =>
  useQuery({ queryKey: keys.values, queryFn: ({ signal }) => call(routes.listValues, { signal }) })

/** While a trial runs, the page asks again each second. */
export const useDrafts = () =>
  useQuery({
    queryKey: keys.drafts,
    queryFn: ({ signal }) => call(routes.listDrafts, { signal }),
    refetchInterval: query => (query.state.data?.items.some(d => d.trial?.state === 'running') ? 1_000 : false),
  })

/** Asked again with each step of the trial. */
export const useTrialLines = (id: number, done: number, different: number) =>
  useQuery({
    queryKey: ['policyTrial', id, done, different],
    queryFn: ({ signal }) => call(routes.getTrial, { params: { id }, signal }),
    enabled: different > 0,
  })

type Drafts = Awaited<ReturnType<typeof call<typeof routes.listDrafts>>>

/** Every act answers with the drafts as they stand afterwards. */
export function useDraftAct<Input>(act: (input: Input) => Promise<Drafts>, after: () => void = () => undefined) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: fresh => {
      queries.setQueryData(keys.drafts, fresh)
      void queries.invalidateQueries({ queryKey: keys.values })
      after()
    },
  })
}
