import type { Tx } from '#platform/database'
import { findCheckPolicy, readRuns } from '../queries/rule-runs.ts'
import { ruleVersion } from '../rules/checks/basis.ts'
import type { CheckPolicy } from '../rules/checks/facts.ts'
import { differenceOf, type KeptRun, type ReplayVerdict, replayRun, resultNow } from '../rules/checks/replay.ts'
import { ruleBook } from './rule-books.ts'

export interface ReplayReport {
  readonly counts: Readonly<Record<ReplayVerdict, number>>
  /** Applications whose result would not be repeated; at most a hundred. */
  readonly different: readonly string[]
  /** Runs of rules before these, by their version: how today's rules would end them. */
  readonly older: ReadonlyMap<string, OlderRuns>
}

interface OlderRuns {
  /** Repeated word for word by the rules of their own version; the others have no book, or differ. */
  readonly repeated: number
  readonly same: number
  /** At most a hundred. */
  readonly otherwise: readonly { readonly applicationNo: string; readonly was: string; readonly now: string }[]
}

/** `yzt rules replay --all`: every stored run once more; a run that is not repeated is a fault of the program. */
export async function replayRules(tx: Tx, since: string): Promise<ReplayReport> {
  const counts: Record<ReplayVerdict, number> = { same: 0, different: 0, otherRules: 0, noPolicy: 0 }
  const different: string[] = []
  const older = new Map<string, OlderRuns>()
  for await (const run of readRuns(tx, since)) {
    const verdict = replayRun(run, ruleBook(run.ruleVersion))
    counts[verdict] += 1
    if (verdict === 'different' && different.length < 100) different.push(run.applicationNo)
    if (run.ruleVersion !== ruleVersion && verdict !== 'noPolicy')
      older.set(run.ruleVersion, withRun(older.get(run.ruleVersion), run, verdict === 'same'))
  }
  return { counts, different, older }
}

function withRun(before: OlderRuns | undefined, run: KeptRun, again: boolean): OlderRuns {
  const { same, otherwise, ...counted } = before ?? { repeated: 0, same: 0, otherwise: [] }
  const repeated = counted.repeated + (again ? 1 : 0)
  const now = resultNow(run)
  if (now === undefined || now === run.outcome) return { repeated, same: same + 1, otherwise }
  const { applicationNo, outcome: was } = run
  return { repeated, same, otherwise: otherwise.length < 100 ? [...otherwise, { applicationNo, was, now }] : otherwise }
}

export interface DiffLine {
  readonly applicationNo: string
  readonly before: string
  readonly after: string
  readonly because: readonly string[]
}

/** `yzt rules diff OLD NEW --since DATE`: every application that the two policies would treat differently. */
export async function diffRules(
  tx: Tx,
  asked: { readonly before: CheckPolicy; readonly after: CheckPolicy; readonly since: string },
): Promise<{ readonly runs: number; readonly lines: readonly DiffLine[] }> {
  const lines: DiffLine[] = []
  let runs = 0
  for await (const run of readRuns(tx, asked.since)) {
    runs += 1
    const difference = differenceOf(run, asked.before, asked.after)
    if (difference) lines.push({ applicationNo: run.applicationNo, ...difference })
  }
  return { runs, lines }
}

export { findCheckPolicy }
