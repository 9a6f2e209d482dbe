import type { Moment } from '#kernel/dates'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { whyNotOpen } from '../../rules/proceeding/guards.ts'
import { type ProceedingState, proceedingMoves } from '../../rules/proceeding/moves.ts'
import { insertProceeding, lockProceedingOfCase, saveProceeding } from '../../store/proceedings.ts'
import { lockLicence } from '../../store.ts'
import { settingOf } from '../settings.ts'
import { onDay, openPolicy } from './open.ts'

interface Told {
  readonly caseNo: string
  readonly by: string
  readonly reason: string
  readonly at: Moment
}

/**
 * 案件提请: a served decision that takes the right to trade lies on the work list with its articles and the number of its case, once
 * however often it is told. A reviewer proposes and another person decides; a licence that has ended already needs nothing.
 */
export async function proposeByCase(
  tx: Tx,
  { licenceNo, caseNo, by, reason, at }: Told & { readonly licenceNo: string },
  keyring: Keyring,
): Promise<void> {
  const licence = await lockLicence(tx, licenceNo)
  if (!licence || (await lockProceedingOfCase(tx, caseNo, 'revoke'))) return
  if (whyNotOpen('revoke', await onDay(tx, licence, at), openPolicy(at, settingOf({ keyring }, at.today)))) return
  const row = { licenceNo, areaCode: licence.areaCode, kind: 'revoke', reason, openedBy: by, caseNo } as const
  await insertProceeding(tx, { ...row, openedOn: at.today.toString() }, at.instant.toString())
}

/** 处罚决定被变更、撤销: what it had proposed falls with it, from wherever it stands; one that was decided is for people to undo (below). */
export async function dropProposal(tx: Tx, { caseNo, by, reason, at }: Told): Promise<void> {
  let file = await lockProceedingOfCase(tx, caseNo, 'revoke')
  for (const event of ['sendBack', 'drop'] as const) {
    if (!file) return
    const state = nextState(proceedingMoves, file.state, event)
    if (!state.ok) continue
    const line = { event, by, note: reason, at: at.instant.toString() }
    file = await saveProceeding(tx, file, { state: state.value as ProceedingState, change: {}, ...line })
  }
}

/**
 * The penalty was carried out before it fell: 恢复许可证效力 lies on the work list, once a case. A reviewer reads the document and names it,
 * another person decides; where it only finds the penalty unlawful, the reviewer drops this with his reason (FY 65, SS 74).
 */
export async function proposeRestore(tx: Tx, { caseNo, by, reason, at }: Told, keyring: Keyring): Promise<void> {
  const carriedOut = await lockProceedingOfCase(tx, caseNo, 'revoke')
  if (carriedOut?.state !== 'decided' || (await lockProceedingOfCase(tx, caseNo, 'restore'))) return
  const { licenceNo, areaCode } = carriedOut
  const licence = await lockLicence(tx, licenceNo)
  if (!licence || whyNotOpen('restore', await onDay(tx, licence, at), openPolicy(at, settingOf({ keyring }, at.today))))
    return
  const words = `案件 ${caseNo} 的处罚${reason}。许可证已经按原决定吊销，请核对文书后提出意见。`
  const row = { licenceNo, areaCode, kind: 'restore', reason: words, openedBy: by, caseNo } as const
  await insertProceeding(tx, { ...row, openedOn: at.today.toString() }, at.instant.toString())
}
