import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { findFileOf } from '../store/files.ts'
import type { Setting } from './setting.ts'
import { moveByHouse } from './take-step.ts'

export interface CaseFact {
  readonly caseNo: string
  readonly event: string
  readonly to: string
  readonly origin: string
  readonly originRef: string | null
  readonly taskId: string | null
}

/** 案件的进展 (reaction): the file that asked for a case hears that it was filed, not filed, or how it ended. */
export async function noteCase(tx: Tx, fact: CaseFact, at: Moment, setting: Setting): Promise<void> {
  const { caseNo, event, to } = fact
  const id = await fileOf(tx, fact)
  if (id === undefined) return
  const told = { id, by: 'system:credit', at, note: `案件 ${caseNo}` }
  if (event === 'approveFiling')
    await moveByHouse(tx, { ...told, event: 'file', input: { caseNo, words: `案件 ${caseNo}` } }, setting)
  else if (event === 'dontFile' || (event === 'refer' && to === 'referred'))
    await moveByHouse(tx, { ...told, event: 'dontFile', input: { words: `案件 ${caseNo}` } }, setting)
  if (!ends.has(to)) return
  const result = to === 'transferred' ? 'transferred' : to === 'closed' ? 'penalised' : 'none'
  await moveByHouse(tx, { ...told, event: 'conclude', input: { result, words: `案件 ${caseNo}` } }, setting)
}

/** The file that asked; or the one of the same visit, where an officer had filed the case from the spot. */
async function fileOf(tx: Tx, { origin, originRef, taskId }: CaseFact): Promise<string | undefined> {
  if (origin === 'credit' && originRef !== null) return originRef
  return taskId === null ? undefined : findFileOf(tx, 'disposal', taskId)
}

const ends = new Set(['closed', 'withdrawn', 'terminated', 'transferred', 'referred'])
