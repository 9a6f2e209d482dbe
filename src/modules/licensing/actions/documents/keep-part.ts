import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import * as store from '../../store/documents.ts'
import type { Setting } from '../setting.ts'

/** So many parts of one person may wait: a few large files, not a disk full. */
const mostWaiting = 120

interface Part {
  readonly uploadId: string
  readonly personIndex: string
  readonly part: number
  /** Base64. */
  readonly content: string
  readonly at: Moment
}

/** 上传一段: sealed until the last one has come. */
export async function keepPart(tx: Tx, p: Part, { keyring }: Pick<Setting, 'keyring'>): Promise<Result<undefined>> {
  if ((await store.countParts(tx, p.personIndex)) >= mostWaiting) return refuse('uploadsTooMany')
  const { uploadId, personIndex, part, content, at } = p
  const contentSealed = keyring.sealField(content)
  await store.savePart(tx, { uploadId, personIndex, part, contentSealed, at: at.instant.toString() })
  return ok(undefined)
}
