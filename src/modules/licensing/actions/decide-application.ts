import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { groundsOf, remedyText } from '../rules/application/grounds.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { type ApplicationRecord, type Decision, type Proposal, saveDecision } from '../store.ts'
import { announceService } from './announce-service.ts'
import { carryOutGrant } from './carry-out-grant.ts'
import { moveApplication } from './move-application.ts'
import type { Setting } from './setting.ts'

interface Deciding {
  readonly file: ApplicationRecord
  readonly proposal: Proposal
  readonly by: string
  readonly opinion: string
  readonly at: Moment
}

/** 准予 by a decider: decision, licence, file, in this order, because the database asks for the decision first. */
export async function grantByPerson(tx: Tx, deciding: Deciding, setting: Setting): Promise<Result<ApplicationRecord>> {
  const { file, at } = deciding
  await saveDecision(tx, file, decisionOf(deciding, { result: 'grant', reasons: [], remedy: '' }))
  const carried = await carryOutGrant(tx, file, { at }, setting)
  if (!carried.ok) return carried
  // A new shop has its number only now; what is told and served from here on names it.
  const numbered = { ...deciding, file: { ...file, licenceNo: carried.value } }
  return ok(await close(tx, numbered, { event: 'grant', result: 'grant' }, setting))
}

/** 不予: by a person only, with the grounds of the proposal and the way to appeal (XK 38). */
export async function denyByPerson(tx: Tx, deciding: Deciding, setting: Setting): Promise<Result<ApplicationRecord>> {
  const { file, proposal } = deciding
  const reasons = [...proposal.reasons, proposal.opinion]
  const remedy = remedyText(setting.policy.bureau.reconsiderationBody)
  await saveDecision(tx, file, decisionOf(deciding, { result: 'deny', reasons, remedy }))
  return ok(await close(tx, deciding, { event: 'deny', result: 'deny' }, setting))
}

/** The grounds as sentences; of a renewal they are items of 《…实施细则》第四十三条. */
export const groundTexts = (service: ServiceCode, grounds: readonly number[]): string[] =>
  grounds.map(item => `${service === 'renewal' ? `第${item}项：` : ''}${groundsOf(service)[item]?.zh ?? ''}`)

function decisionOf(
  { proposal, by, opinion, at }: Deciding,
  part: Pick<Decision, 'result' | 'reasons' | 'remedy'>,
): Decision {
  return {
    ...part,
    decidedAs: 'staff',
    decidedBy: by,
    decidedOn: at.today.toString(),
    decidedAt: at.instant.toString(),
    proposedBy: proposal.proposedBy,
    opinion,
  }
}

async function close(
  tx: Tx,
  { file, by, opinion, at }: Deciding,
  end: { event: 'grant' | 'deny'; result: 'grant' | 'deny' },
  setting: Setting,
): Promise<ApplicationRecord> {
  const { applicationNo, licenceNo, service } = file
  const fact = { applicationNo, licenceNo, service, result: end.result, decidedAs: 'staff' } as const
  await announce(tx, events.applicationDecided, fact)
  // What a person decided is served in any case; a refusal with its paper and the way to appeal.
  await announceService(tx, { ...file, result: end.result }, at.today, setting)
  const change = { decidedOn: at.today.toString() }
  return moveApplication(tx, file, { event: end.event, by, at: at.instant.toString(), note: opinion, change }, setting)
}
