import type { Problem } from '../../shared/api.ts'

/** What went wrong with what was just sent, and what to do next; nothing where nothing did. */
export function Wrong({ problem }: { problem: Problem | undefined }) {
  if (problem === undefined) return null
  return (
    <p className="wrong" role="alert">
      {problem.title} {problem.next}
    </p>
  )
}
