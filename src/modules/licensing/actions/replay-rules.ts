import type { Tx } from '#platform/database'
import { findCheckPolicy, readRuns } from '../queries/rule-runs.ts'
import type { CheckPolicy } from '../rules/checks/facts.ts'
import { differenceOf, type KeptRun, type ReplayVerdict, replayRun, resultNow } from '../rules/checks/replay.ts'

export interface ReplayReport {
  readonly counts: Readonly<Record<ReplayVerdict, number>>
  /** Applications whose result would not be repeated; at most a hundred. */
  readonly different: readonly string[]
  /** Runs of rules before these, by their version: how today's rules would end them. */
  readonly older: ReadonlyMap<string, OlderRuns>
}

interface OlderRuns {
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
    const verdict = replayRun(run)
    counts[verdict] += 1
    if (verdict === 'different' && different.length < 100) different.push(run.applicationNo)
    if (verdict === 'otherRules') older.set(run.ruleVersion, withRun(older.get(run.ruleVersion), run))
  }
  return { counts, different, older }
}

function withRun({ same, otherwise }: OlderRuns = { same: 0, otherwise: [] }, run: KeptRun): OlderRuns {
  const now = resultNow(run)
  if (now === undefined || now === run.outcome) return { same: same + 1, otherwise }
  const { applicationNo, outcome: was } = run
  return { same, otherwise: otherwise.length < 100 ? [...otherwise, { applicationNo, was, now }] : otherwise }
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
