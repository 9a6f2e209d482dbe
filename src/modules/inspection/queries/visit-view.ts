import type { Tx } from '#platform/database'
import { digestOf, missingOf } from '../actions/visit-taken.ts'
import type { VisitView } from '../contract/visit.ts'
import type { CheckCode } from '../rules/task/reasons.ts'
import { noVisit } from '../rules/visit/decide.ts'
import { listPlans, type Plan } from './field-day.ts'
import { codesOf, listRecordNos, listVisitParts } from './visits.ts'

interface Opener {
  openField(sealed: string): string
}

/** The visits of these tasks, each `none` before its first scan-in; tasks without a plan within reach are left out. */
export async function readVisits(
  tx: Tx,
  plans: ReadonlyMap<string, Pick<Plan, 'checklist' | 'officers'>>,
  keyring: Opener,
): Promise<ReadonlyMap<string, VisitView>> {
  const ids = [...plans.keys()]
  const parts = await listVisitParts(tx, ids, keyring)
  const codes = await codesOf(tx, ids)
  const records = await listRecordNos(tx, ids)
  return new Map(
    [...plans].map(([id, { checklist, officers }]) => {
      const { facts, scans, photos } = parts.get(id) ?? { facts: noVisit, scans: [], photos: [] }
      const view = {
        state: facts.state,
        scans: [...scans],
        lines: facts.lines.map(line => ({ ...line })),
        photos: [...photos],
        signatures: [...facts.signatures],
        codes: [...(codes.get(id) ?? [])],
        digest: digestOf(id, facts),
        missing: [...missingOf({ id, checklist: checklist as CheckCode[], officers }, facts)],
        recordNo: records.get(id) ?? null,
      }
      return [id, view]
    }),
  )
}

/** The visit of one task. `undefined`: no such task within reach. */
export const readVisit = async (tx: Tx, taskId: string, keyring: Opener): Promise<VisitView | undefined> =>
  (await readVisits(tx, await listPlans(tx, [taskId]), keyring)).get(taskId)
