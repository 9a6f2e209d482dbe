import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { routes as licensing } from '#contract/licensing'
import { call, freshKey } from '../../shared/api.ts'
import type { StepBody } from './step-body.ts'

const keyOf = (applicationNo: string) => ['application', applicationNo] as const

export function useApplication(applicationNo: string) {
  return useQuery({
    queryKey: keyOf(applicationNo),
    queryFn: ({ signal }) => call(licensing.applicationDetail, { params: { applicationNo }, signal }),
  })
}

/**
 * Takes a step. The idempotency key belongs to the content: pressing the button again after a lost network repeats the
 * same act, a changed text is another act.
 */
export function useTakeStep(applicationNo: string) {
  const queries = useQueryClient()
  const act = useRef({ content: '', key: '' })
  return useMutation({
    mutationFn: (body: StepBody) => {
      const content = JSON.stringify(body)
      if (act.current.content !== content) act.current = { content, key: freshKey() }
      return call(licensing.takeStep, { params: { applicationNo }, body, idempotencyKey: act.current.key })
    },
    onSuccess: detail => {
      queries.setQueryData(keyOf(applicationNo), detail)
      void queries.invalidateQueries({ queryKey: ['workList'] })
    },
  })
}
