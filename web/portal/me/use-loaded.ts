import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../shared/api.ts'
import { problemIn } from '../session/problem-note.tsx'
import { forgetVisitor } from '../session/visitor.ts'

export interface Loaded<T> {
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly again: () => void
}

/** Reads once and again when told; a session that has ended leads back to signing in. */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>()
  const [problem, setProblem] = useState<Problem>()
  const [ask] = useState(() => read)
  const again = useCallback(() => {
    ask().then(
      got => {
        setValue(got)
        setProblem(undefined)
      },
      error => {
        const found = problemIn(error)
        if (found.status === 401) forgetVisitor()
        else setProblem(found)
      },
    )
  }, [ask])
  useEffect(again, [again])
  return { value, problem, again }
}
