import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { staffAdminRoutes as routes, type StaffWanted } from '#contract/access'
import { call } from '../../shared/api.ts'

const key = ['staff'] as const

export const useStaffList = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.listStaff, { signal }), refetchInterval: 30_000 })

export interface Proposal {
  kind: 'create' | 'change' | 'resetCode'
  account: string
  wanted: StaffWanted | null
  phone: string | null
}

export function usePropose() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Proposal) => call(routes.proposeStaffChange, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** The setup code is the reply; it lives only in the component that asked for it. */
export function useConfirm(id: string) {
  return useMutation({ mutationFn: () => call(routes.confirmStaffChange, { params: { id } }), gcTime: 0 })
}

export function useReject(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => call(routes.rejectStaffChange, { params: { id }, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useReadAgain() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: key })
}
