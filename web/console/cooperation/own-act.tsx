import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type CooperationAct, ownRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'

type Untold<A> = A extends { toldAt: string } ? Omit<A, 'toldAt'> : never

interface Props {
  readonly label: string
  readonly act: Untold<CooperationAct>
  readonly disabled?: boolean
  readonly done?: () => void
}

/** One act of own work, dated now; the same door as that of the telephone. */
export function OwnAct({ label, act, disabled = false, done }: Props) {
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => call(routes.act, { body: { ...act, toldAt: new Date().toISOString() } as CooperationAct }),
    onSuccess: () => {
      done?.()
      void queries.invalidateQueries({ queryKey: ['ownWork'] })
    },
  })
  return (
    <>
      <Button size="small" disabled={disabled} loading={send.isPending} onClick={() => send.mutate()}>
        {label}
      </Button>
      <Refused error={send.error} />
    </>
  )
}
