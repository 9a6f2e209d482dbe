import { Problem } from '../../shared/api.ts'
import { ProblemAlert } from './problem-alert.tsx'

/** Why an act beside it did not go through; surprises are told by the page around it. */
export function Refused({ error }: { error: Error | null }) {
  if (error === null) return null
  if (error instanceof Problem) return <ProblemAlert problem={error} />
  throw error
}
