import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { Draft } from '../../contract/drafts.ts'
import { parseDraftCode } from '../../rules/draft/draft-code.ts'
import { endDocumentsOf } from '../../store/documents.ts'
import * as store from '../../store/drafts.ts'
import type { Applicant } from '../filing.ts'
import { codeIndexOf, draftOf } from './draft-view.ts'

export interface CodeRequest {
  readonly typed: string
  readonly by: Pick<Applicant, 'personIndex' | 'channel'>
  readonly at: Moment
}

/**
 * 继续办理: only for the person whose draft it is. A code that is wrong, unknown, expired or another person's gets one
 * and the same answer, so that nobody learns which codes exist.
 */
export async function openDraft(
  tx: Tx,
  request: CodeRequest,
  house: { readonly keyring: Keyring; readonly publicUrl: string },
): Promise<Result<Draft>> {
  const found = await lockDraft(tx, request, house.keyring)
  if (!found.ok) return found
  const step = { channel: request.by.channel, at: request.at.instant.toString() }
  await store.noteDraftStep(tx, found.value.id, step)
  return ok(draftOf({ ...found.value, history: [...found.value.history, step] }, house))
}

/** 删除草稿 */
export async function discardDraft(tx: Tx, request: CodeRequest, keyring: Keyring): Promise<Result<undefined>> {
  const found = await lockDraft(tx, request, keyring)
  if (!found.ok) return found
  const at = request.at.instant.toString()
  await store.endDraft(tx, found.value.id, { because: 'discarded', at })
  await endDocumentsOf(tx, found.value, at)
  return ok(undefined)
}

async function lockDraft(tx: Tx, { typed, by, at }: CodeRequest, keyring: Keyring): Promise<Result<store.DraftRecord>> {
  // A QR that was scanned brings the whole link.
  const code = parseDraftCode(typed.split('#draft=').at(-1) ?? '')
  if (code === undefined) return refuse('draftUnknown')
  const row = await store.lockDraftByCode(tx, {
    codeIndex: codeIndexOf(keyring, code),
    personIndex: by.personIndex,
    at: at.instant.toString(),
  })
  return row ? ok(row) : refuse('draftUnknown')
}
