import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import { FileDamaged, type FileStore } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import type { DocumentContent } from '../../contract/documents.ts'
import type { DocumentRecord } from '../../store/documents.ts'

/** 看材料: only the bytes that were given are ever shown; a file that changed on the disk is said to be lost. */
export async function readDocumentContent(
  record: DocumentRecord,
  { files, keyring }: { readonly files: FileStore; readonly keyring: Pick<Keyring, 'openField'> },
): Promise<Result<DocumentContent>> {
  const { fileDigest, fileBytes, digest, media } = record
  const sealed = await files.find({ digest: fileDigest, bytes: fileBytes }).catch((error: unknown) => {
    if (error instanceof FileDamaged) return undefined
    throw error
  })
  if (sealed === undefined) return refuse('documentLost')
  const content = keyring.openField(sealed.toString('utf8'))
  const whole = sm3(Buffer.from(content, 'base64')).toString('hex') === digest
  return whole ? ok({ media, content }) : refuse('documentLost')
}
