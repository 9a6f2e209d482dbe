import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ClueDetail, clueRoutes, type FactKind } from '#contract/intelligence'
import { call } from '../../shared/api.ts'

interface Fact {
  readonly kind: FactKind
  readonly value: string
}

/** 查重 while typing: asked when the typing rests, from the tenth character on. */
export function useLikenesses(text: string, facts: readonly Fact[]): ClueDetail['likenesses'] {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 500)
    return () => clearTimeout(timer)
  }, [text])
  const asked = facts.map(({ kind, value }) => ({ kind, value })).slice(0, 40)
  const found = useQuery({
    queryKey: ['clues', 'compare', rested],
    enabled: rested.trim().length >= 10,
    queryFn: ({ signal }) => call(clueRoutes.compare, { body: { text: rested, facts: asked }, signal }),
  })
  return found.data?.likenesses ?? []
}
