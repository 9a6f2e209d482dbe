import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { listDocuments } from '../store/documents.ts'
import type { SubmitRequest } from './filing.ts'

/**
 * 纸面签名: only at the window, where an officer saw it signed, and only with the scanned form of this very matter; its SM3 is
 * bound to the application with the other papers.
 */
export async function checkPaperSignature(tx: Tx, { body, by }: SubmitRequest): Promise<Result<null>> {
  if (body.signature.kind !== 'paper') return ok(null)
  if (by.channel !== 'window') return refuse('signatureEmpty')
  const { personIndex } = by
  const { service, licenceNo } = body
  const given = await listDocuments(tx, { personIndex, service, licenceNo, applicationNo: null })
  return given.some(({ kind }) => kind === 'signedForm') ? ok(null) : refuse('signedFormMissing')
}
