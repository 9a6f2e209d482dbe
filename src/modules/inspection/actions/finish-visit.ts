import { dayInChina, type Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { findRetailer } from '#modules/registry'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { cartonsFound } from '../events.ts'
import { issueRecord } from '../papers/issue-record.ts'
import { findRecord, listCodes, listScans, type OfficerRow } from '../queries/visits.ts'
import type { Outcome } from '../rules/draw/room.ts'
import { isFoundElsewhere } from '../rules/visit/codes.ts'
import { type FieldValue, foldContent } from '../rules/visit/content.ts'
import type { VisitFacts } from '../rules/visit/decide.ts'
import type { Missing } from '../rules/visit/finish.ts'
import type { FullTask } from '../store/tasks.ts'
import { saveVisitState } from '../store/visits.ts'
import { reportFinding } from './report-finding.ts'
import { type Officer, takenOf, type VisitSetting, type VisitTaken } from './visit-taken.ts'

export interface Finishing {
  readonly task: FullTask
  readonly officers: readonly OfficerRow[]
  readonly facts: VisitFacts
  readonly missing: readonly Missing[]
}

/** 出笔录: when the last thing is there, the record takes its number and the finding goes its way, from the same content. */
export async function finishVisit(
  tx: Tx,
  visit: Finishing,
  { by, at }: { readonly by: Officer; readonly at: Moment },
  setting: VisitSetting,
): Promise<Result<VisitTaken>> {
  const { task, facts, missing } = visit
  if (facts.state === 'recorded') return ok(takenOf(facts, task, (await findRecord(tx, task.id))?.number ?? null))
  if (missing.length > 0) return ok(takenOf(facts, task, null))
  const told = readOutcome(foldContent(facts.lines).fields['outcome'])
  if (!told) return refuse('findingWordsMissing')
  const record = await issueRecord(tx, visit, at, setting)
  await saveVisitState(tx, task.id, 'recorded')
  const [checkedOn, foundAt] = await firstScan(tx, task.id)
  await tellForeign(tx, visit, foundAt)
  const reported = await reportFinding(tx, { id: task.id, ...told, checkedOn }, { by, at, visit: true })
  return reported.ok ? ok(takenOf({ ...facts, state: 'recorded' }, task, record)) : reported
}

function readOutcome(value: FieldValue | undefined) {
  if (value === undefined) return undefined
  const { outcome, words, rectifyBy } = value
  return {
    outcome: outcome as Outcome,
    words: String(words ?? ''),
    rectifyBy: typeof rectifyBy === 'string' ? rectifyBy : null,
  }
}

/** When the first of them came in: the day in China, and the instant. */
async function firstScan(tx: Tx, taskId: string): Promise<readonly [day: string, instant: string]> {
  const first = (await listScans(tx, taskId)).find(({ way }) => way === 'in')
  if (!first) throw new Error(`the visit of ${taskId} has no scan-in`)
  const day = dayInChina(first.capturedAt)
  return [day.toString(), first.capturedAt]
}

/** Cartons of other shops that stand in the record. */
async function tellForeign(tx: Tx, { task, facts }: Finishing, foundAt: string): Promise<void> {
  const { fields } = foldContent(facts.lines)
  const foreign = (await listCodes(tx, task.id)).filter(
    ({ code, verdict }) => isFoundElsewhere(verdict) && fields[`code.${code}`]?.['seen'] === true,
  )
  if (foreign.length === 0) return
  const position = (await findRetailer(tx, task.licenceNo))?.position ?? null
  const codes = foreign.map(({ code }) => code)
  await announce(tx, cartonsFound, {
    ...{ taskId: task.id, areaCode: task.areaCode, licenceNo: task.licenceNo, foundAt, position, codes },
  })
}
