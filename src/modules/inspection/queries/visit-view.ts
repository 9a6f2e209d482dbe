import type { Tx } from '#platform/database'
import { digestOf, missingOf } from '../actions/visit-taken.ts'
import type { VisitView } from '../contract/visit.ts'
import type { CheckCode } from '../rules/task/reasons.ts'
import { findPlan } from './field-day.ts'
import { findRecord, findVisitFacts, listCodes, listPhotos, listScans } from './visits.ts'

interface Opener {
  openField(sealed: string): string
}

/** The visit of a task; a task without one is `none`. `undefined`: no such task within reach. */
export async function readVisit(tx: Tx, taskId: string, keyring: Opener): Promise<VisitView | undefined> {
  const plan = await findPlan(tx, taskId)
  if (!plan) return undefined
  const facts = await findVisitFacts(tx, taskId, keyring)
  const { checklist, officers } = plan
  return {
    state: facts.state,
    scans: [...(await listScans(tx, taskId))],
    lines: facts.lines.map(line => ({ ...line })),
    photos: [...(await listPhotos(tx, taskId))],
    signatures: [...facts.signatures],
    codes: [...(await listCodes(tx, taskId))],
    digest: digestOf(taskId, facts),
    missing: [...missingOf({ id: taskId, checklist: checklist as CheckCode[], officers }, facts)],
    recordNo: (await findRecord(tx, taskId))?.number ?? null,
  }
}
