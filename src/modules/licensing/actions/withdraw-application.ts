import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { applicationMoves, applicationStateLabels } from '../rules/application/moves.ts'
import { type ApplicationRecord, lockApplication } from '../store.ts'
import { moveApplication } from './move-application.ts'
import { issuePaperOfStep } from './paper-of-step.ts'
import type { Setting } from './setting.ts'
import { isDeemed } from './step-facts.ts'

type Citizen = Extract<Actor, { kind: 'citizen' }>

/**
 * 撤回申请: the applicant's own, any time before the decision; what the law has granted already is no longer there to be
 * withdrawn. Refusals: `applicationNotFound` (also somebody else's), `withdrawNotPossible`.
 */
export async function withdrawApplication(
  tx: Tx,
  asked: { readonly applicationNo: string; readonly by: Citizen; readonly at: Moment },
  setting: Setting,
): Promise<Result<ApplicationRecord>> {
  const { applicationNo, by, at } = asked
  const file = await lockApplication(tx, applicationNo)
  if (!file || file.personIndex !== by.personIndex) return refuse('applicationNotFound')
  if (isDeemed(file, at.today) || !nextState(applicationMoves, file.state, 'withdraw').ok) {
    const { zh, en } = applicationStateLabels[file.state]
    return refuse('withdrawNotPossible', { state: zh, stateEn: en })
  }
  const move = { event: 'withdraw', by: actorLabel(by), at: at.instant.toString() } as const
  const withdrawn = await moveApplication(tx, file, move, setting)
  await issuePaperOfStep(tx, { event: 'withdraw', file: withdrawn, at }, setting)
  await announce(tx, events.applicationWithdrawn, { applicationNo, licenceNo: file.licenceNo, service: file.service })
  return ok(withdrawn)
}
