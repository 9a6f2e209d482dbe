import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Setting } from './setting.ts'
import { moveByHouse } from './take-step.ts'

export interface CaseFact {
  readonly caseNo: string
  readonly event: string
  readonly to: string
  readonly origin: string
  readonly originRef: string | null
}

/** 案件的进展 (reaction): the file that asked for a case hears that it was filed, not filed, or how it ended. */
export async function noteCase(tx: Tx, fact: CaseFact, at: Moment, setting: Setting): Promise<void> {
  const { origin, originRef, caseNo, event, to } = fact
  if (origin !== 'credit' || originRef === null) return
  const told = { id: originRef, by: 'system:credit', at, note: `案件 ${caseNo}` }
  if (event === 'approveFiling')
    await moveByHouse(tx, { ...told, event: 'file', input: { caseNo, words: `案件 ${caseNo}` } }, setting)
  else if (event === 'dontFile' || (event === 'refer' && to === 'referred'))
    await moveByHouse(tx, { ...told, event: 'dontFile', input: { words: `案件 ${caseNo}` } }, setting)
  if (!ends.has(to)) return
  const result = to === 'transferred' ? 'transferred' : to === 'closed' ? 'penalised' : 'none'
  await moveByHouse(tx, { ...told, event: 'conclude', input: { result, words: `案件 ${caseNo}` } }, setting)
}

const ends = new Set(['closed', 'withdrawn', 'terminated', 'transferred', 'referred'])
