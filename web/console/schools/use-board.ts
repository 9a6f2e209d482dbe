import { useQuery, useQueryClient } from '@tanstack/react-query'
import { schoolCampaignRoutes as routes, type SchoolBoard } from '#contract/credit'
import { call } from '../../shared/api.ts'

const key = ['schoolBoard']

/** 校园周边 as the server knows it; `fresh` takes the answer of a step. */
export function useSchoolBoard() {
  const queries = useQueryClient()
  const board = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.schoolBoard, { signal }) })
  return { board, fresh: (next: SchoolBoard) => void queries.setQueryData(key, next) }
}
