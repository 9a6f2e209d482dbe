import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import type { PolicySet } from '#platform/policy'
import { readRunPage, runSpan } from '../queries/rule-runs.ts'
import { policyDifference } from '../rules/checks/try.ts'
import { licensingPolicyOf } from '../rules/policy.ts'
import { limitFault } from '../rules/policy-limits.ts'

const valuesOf = (set: PolicySet) => {
  const { checks, window } = licensingPolicyOf(set)
  return { checks, window }
}

/** What licensing lends to the drafting of policy values: its limits in law, and its past decided again. */
export const licensingPolicySubject = {
  interpret: licensingPolicyOf,
  fault: limitFault,
  trial: {
    differs: (before: PolicySet, after: PolicySet): boolean =>
      JSON.stringify(valuesOf(before)) !== JSON.stringify(valuesOf(after)),
    span: (tx: Tx, count: number) => runSpan(tx, count),
    page: async (tx: Tx, asked: { before: PolicySet; after: PolicySet; from: number }) => {
      const sets = { before: valuesOf(asked.before), after: valuesOf(asked.after) }
      const { runs, next } = await readRunPage(tx, asked.from)
      const differences = runs.flatMap(run => {
        const difference = policyDifference(run.facts, sets, chinaCalendar)
        return difference ? [{ applicationNo: run.applicationNo, ...difference }] : []
      })
      return { looked: runs.length, next, differences }
    },
  },
}
