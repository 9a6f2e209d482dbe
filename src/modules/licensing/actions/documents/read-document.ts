import { ok, type Result, refuse } from '#kernel/refusal'
import type { DomainFiles } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { findSealed } from '#platform/sealed-files'
import type { DocumentContent } from '../../contract/documents.ts'
import type { DocumentRecord } from '../../store/documents.ts'

/** 看材料: only the bytes that were given are ever shown; a file that changed on the disk is said to be lost. */
export async function readDocumentContent(
  record: DocumentRecord,
  keeping: { readonly files: DomainFiles; readonly keyring: Pick<Keyring, 'openField'> },
): Promise<Result<DocumentContent>> {
  const { fileDigest, fileBytes, digest, media } = record
  const content = await findSealed({ file: { digest: fileDigest, bytes: fileBytes }, digest }, keeping)
  return content === undefined ? refuse('documentLost') : ok({ media, content })
}
