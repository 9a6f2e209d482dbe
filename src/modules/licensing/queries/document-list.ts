import type { Tx } from '#platform/database'
import { answersOf } from '../actions/answers-of.ts'
import { documentLines } from '../actions/documents/document-list.ts'
import type { Setting } from '../actions/setting.ts'
import type { DocumentList, DocumentMatter } from '../contract/documents.ts'
import { isOpen } from '../rules/application/moves.ts'
import { documentNeeds } from '../rules/documents/needs.ts'
import type { Answers } from '../rules/services/question.ts'
import { listDocuments } from '../store/documents.ts'
import { findAgentOf } from '../store/mandates.ts'
import { findAskedCorrection } from './asked-correction.ts'
import { getFileParts } from './file-parts.ts'
import { type FileRow, findFile } from './files.ts'

export interface ListAsk extends DocumentMatter {
  readonly personIndex: string
  readonly answers: Answers
  readonly businessFetched: boolean
  readonly paperMandate: boolean
  readonly atWindow: boolean
}

/** 材料清单 of a matter; undefined for a file that is not this person's. */
export async function readDocumentList(tx: Tx, ask: ListAsk, setting: Setting): Promise<DocumentList | undefined> {
  const { maxBytes } = setting.policy.documents
  const { applicationNo, personIndex, service, licenceNo } = ask
  if (applicationNo === null) {
    const given = await listDocuments(tx, { personIndex, service, licenceNo, applicationNo: null })
    return { lines: documentLines(documentNeeds(ask), given), open: true, asked: [], maxBytes }
  }
  const file = await findFile(tx, applicationNo)
  if (!file || file.personIndex !== personIndex) return undefined
  return {
    lines: documentLines(await needsOfFile(tx, file, setting), await listDocuments(tx, { applicationNo })),
    open: isOpen(file.state),
    asked: file.state === 'correctionRequested' ? await findAskedCorrection(tx, applicationNo) : [],
    maxBytes,
  }
}

/** What a stored file needs, by what was said and what the market regulator showed. */
export async function needsOfFile(
  tx: Tx,
  file: Pick<FileRow, 'applicationNo' | 'service' | 'answersSealed'>,
  { keyring }: Pick<Setting, 'keyring'>,
) {
  const { run } = await getFileParts(tx, file.applicationNo)
  return documentNeeds({
    service: file.service,
    answers: answersOf(file, keyring),
    businessFetched: businessShown(run?.findings ?? []),
    paperMandate: (await findAgentOf(tx, file.applicationNo))?.form === 'paper',
  })
}

/** R04: the market regulator's own record was seen, whatever it says. */
const businessShown = (findings: readonly { readonly rule: string; readonly outcome: string }[]): boolean =>
  findings.some(({ rule, outcome }) => rule === 'R04' && outcome !== 'notChecked')
