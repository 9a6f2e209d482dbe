import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { PrintTicket } from '../contract.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { automaticPapers } from '../papers/of-service.ts'
import { findOwnFile } from '../queries/own-file.ts'
import { findOpenPrint, type NewPrint, takeCopyNo } from '../store/prints.ts'
import { enterPrint, type PrintRequest, ticketOf } from './reserve-print.ts'

export interface ReceiptRequest extends Pick<PrintRequest, 'by' | 'place'> {
  readonly applicationNo: string
  readonly at: Moment
}

/**
 * 登记打印收件凭证 (XK 32: whoever files gets a dated paper), or 准予决定书 where the machine granted. The paper is written by a job
 * soon after the application; whoever asks earlier has it written now, and only once. A second tap gets the same sheet.
 */
export async function reserveReceipt(
  tx: Tx,
  keyring: Pick<Keyring, 'licence' | 'openField'>,
  { applicationNo, by, place, at }: ReceiptRequest,
): Promise<Result<PrintTicket, 'notFound'>> {
  const file = await findOwnFile(tx, applicationNo)
  if (file === undefined || file.personIndex !== by.personIndex) return refuse('notFound')
  const kind = (file.outcome === 'grant' ? automaticPapers[file.service] : undefined) ?? 'receipt'
  const { licenceNo, version, areaCode } = file
  const open = await findOpenPrint(tx, {
    ...{ licenceNo, version, applicationNo },
    ...{ face: 'receipt', sessionId: by.sessionId },
  })
  if (open !== undefined) return ok(ticketOf(open))
  const { paperId } = await issuePaper(tx, keyring, { kind, applicationNo, facts: {}, at })
  const print: NewPrint = {
    ...{ id: randomId(), licenceNo, licenceVersion: version, areaCode, applicationNo, paperId },
    ...{ face: 'receipt' as const, token: null, stateLabel: '', place },
    ...{ personIndex: by.personIndex, sessionId: by.sessionId, terminalId: by.terminalId },
    copyNo: await takeCopyNo(tx, licenceNo),
    reservedAt: at.instant.toString(),
  }
  return ok(ticketOf(await enterPrint(tx, print, by.label)))
}
