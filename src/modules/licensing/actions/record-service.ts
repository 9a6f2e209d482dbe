import type { Moment } from '#kernel/dates'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { applicationMoves } from '../rules/application/moves.ts'
import { lockProceeding, noteProceeding, type ProceedingRow } from '../store/proceedings.ts'
import { lockApplication } from '../store.ts'
import { moveApplication } from './move-application.ts'
import { licensingSetting } from './settings.ts'

/** As delivery tells it: which file, how, on which day, and the number of its 送达回证. */
interface Served {
  readonly applicationNo: string
  /** In words. */
  readonly how: string
  readonly on: string
  readonly receiptNo: string
}

/** 登记送达 (reaction to delivery): a file that has moved on, or that is not ours, stays as it is. */
export async function recordService(tx: Tx, served: Served, at: Moment): Promise<void> {
  const { applicationNo, how, on, receiptNo } = served
  const proceeding = await lockProceeding(tx, applicationNo)
  if (proceeding) return noteServed(tx, proceeding, { how, on, receiptNo }, at)
  const file = await lockApplication(tx, applicationNo)
  if (!file || !nextState(applicationMoves, file.state, 'serve').ok) return
  const note = noteOf({ how, on, receiptNo })
  const move = { event: 'serve', by: 'system:delivery', at: at.instant.toString(), note } as const
  await moveApplication(tx, file, move, licensingSetting(at.today))
}

const noteOf = ({ how, on, receiptNo }: Omit<Served, 'applicationNo'>): string => `${how}，${on}，送达回证${receiptNo}`

/** What the bureau decided by itself is served like any decision; its file only notes it. */
const noteServed = (tx: Tx, file: ProceedingRow, served: Omit<Served, 'applicationNo'>, at: Moment): Promise<void> =>
  noteProceeding(tx, file, { at: at.instant.toString(), event: 'serve', by: 'system:delivery', note: noteOf(served) })
