import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { sealPaper } from '#platform/paper-seal'
import { insertPaper, takePaperSerial } from '../../store/papers.ts'
import { findProceedingPaper } from '../../store/proceedings.ts'
import { bureauOn } from '../bureau.ts'
import type { PaperContent } from '../paper.ts'
import { type ProceedingPaperFile, type ProceedingPaperKind, proceedingPapers } from './kinds.ts'

/** Issues a document of a proceeding in the transaction of its step; its row is locked. Asked again, the one that stands. */
export async function issueProceedingPaper(
  tx: Tx,
  keyring: Pick<Keyring, 'licence'>,
  asked: { kind: ProceedingPaperKind; file: ProceedingPaperFile; operatorName: string; at: Moment },
): Promise<void> {
  const { kind, file, operatorName, at } = asked
  const { proceedingNo, licenceNo } = file
  if (await findProceedingPaper(tx, proceedingNo, kind)) return
  const { title, mark, compose } = proceedingPapers[kind]
  const bureau = bureauOn(at.today)
  const { year } = at.today
  const serial = await takePaperSerial(tx, kind, year)
  const number = `${bureau.numberMark}${mark}〔${year}〕第${serial}号`
  const content: PaperContent = {
    ...{ title, number, bureau: bureau.name },
    addressee: `${file.shopName}（负责人：${operatorName}）：`,
    blocks: compose(file, bureau),
    date: at.today.toString(),
    applicationNo: proceedingNo,
    licenceNo,
  }
  const words = JSON.stringify(content)
  const paper = { id: randomId(), kind, year, serial, number, applicationNo: null, proceedingNo, licenceNo }
  await insertPaper(tx, {
    ...paper,
    content: words,
    issuedAt: at.instant.toString(),
    ...sealPaper(keyring, words),
  })
}
