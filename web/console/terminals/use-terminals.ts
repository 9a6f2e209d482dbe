import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { routes as access } from '#contract/access'
import { call } from '../../shared/api.ts'

const listKey = ['fleet'] as const
const callsKey = ['helpCalls'] as const
const heldKey = ['heldActs'] as const

export function useHelpCalls() {
  return useQuery({
    queryKey: callsKey,
    queryFn: ({ signal }) => call(access.listHelpCalls, { signal }),
    refetchInterval: 15_000,
  })
}

export function usePropose() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { code: string; name: string; areaCode: string }) => call(access.proposeTerminal, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  })
}

/** The one-time code is the reply; it lives only in the component that asked for it. */
export function useConfirm(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(access.confirmTerminal, { params: { id } }),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  })
}

export function useRevoke(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => call(access.revokeTerminal, { params: { id }, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  })
}

export function useAnswer() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(access.answerHelpCall, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: callsKey }),
  })
}

export function useHeldActs(allowed: boolean) {
  return useQuery({
    queryKey: heldKey,
    queryFn: ({ signal }) => call(access.listHeldActs, { signal }),
    refetchInterval: 60_000,
    enabled: allowed,
  })
}

/** Each look is a line of the audit ledger, so it is a deliberate act and never fetched ahead or kept. */
export function useOpenHeldAct(id: string) {
  return useMutation({ mutationFn: () => call(access.openHeldAct, { params: { id } }), gcTime: 0 })
}

export function useSettleHeldAct(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (note: string) => call(access.settleHeldAct, { params: { id }, body: { note } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: heldKey }),
  })
}
