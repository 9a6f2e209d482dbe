import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type GoodsDetail, goodsRoutes as routes, sanctionRoutes } from '#contract/cases'
import { call } from '../../shared/api.ts'

/** One lot as the server knows it; `fresh` takes the answer of an act. */
export function useLot(lotNo: string) {
  const queries = useQueryClient()
  const key = ['goods', 'lot', lotNo]
  const lot = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.goodsLot, { params: { lotNo }, signal }) })
  const fresh = (next: GoodsDetail) => {
    void queries.invalidateQueries({ queryKey: ['goods', 'store'] })
    void queries.invalidateQueries({ queryKey: ['goods', 'sums'] })
    queries.setQueryData(key, next)
  }
  return { lot, fresh }
}

/** Who may handle goods beside me. */
export function useHandlers(): GoodsDetail['colleagues'] {
  const found = useQuery({
    queryKey: ['goods', 'handlers'],
    queryFn: ({ signal }) => call(routes.goodsHandlers, { signal }),
  })
  return found.data?.items ?? []
}

/** 合计和追诉标准 of a case. */
export function useSums(caseNo: string) {
  return useQuery({
    queryKey: ['goods', 'sums', caseNo],
    queryFn: ({ signal }) => call(sanctionRoutes.caseSums, { params: { caseNo }, signal }),
  })
}
