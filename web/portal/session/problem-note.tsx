import { Problem } from '../../shared/api.ts'

/** What happened and what to do next, where it happened. */
export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  return problem === undefined ? null : (
    <div className="callout callout-bad" role="alert">
      <p>
        <strong>{problem.title}</strong>
      </p>
      <p>{problem.next}</p>
    </div>
  )
}

/** Everything that is not a problem of a call is a fault of ours and may fall through to the page's shelter. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}
