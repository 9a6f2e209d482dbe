import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { SaveDraft, SavedDraft } from '../../contract/drafts.ts'
import { qrSvg } from '../../elicence/qr-svg.ts'
import { findLicence } from '../../queries/licences.ts'
import { draftContent } from '../../rules/draft/draft-content.ts'
import { services } from '../../rules/services/table.ts'
import * as store from '../../store/drafts.ts'
import type { Applicant } from '../filing.ts'
import type { Setting } from '../setting.ts'
import { codeIndexOf, codeOfDraft, draftRow } from './draft-view.ts'

export interface SaveDraftRequest {
  readonly body: SaveDraft
  readonly by: Pick<Applicant, 'personIndex' | 'channel'>
  readonly at: Moment
  readonly publicUrl: string
}

/** 保存草稿: one for each person, service and licence; saving again keeps the code and counts the days anew. */
export async function saveDraft(
  tx: Tx,
  { body, by, at, publicUrl }: SaveDraftRequest,
  { policy, keyring }: Pick<Setting, 'policy' | 'keyring'>,
): Promise<Result<SavedDraft>> {
  const { service, licenceNo, answers, deliver, phone } = body
  const definition = services[service]
  if ((service === 'issue') !== (licenceNo === null)) return refuse('licenceNotYours')
  if (licenceNo !== null && (await findLicence(tx, licenceNo))?.operatorIndex !== by.personIndex)
    return refuse('licenceNotYours')
  const content = draftContent(definition, { answers, deliver, phone })
  if (!content.ok) return content
  const now = at.instant.toString()
  await store.expireDrafts(tx, now, by.personIndex)
  const id = randomId()
  const row = await store.saveDraft(tx, {
    id,
    codeIndex: codeIndexOf(keyring, codeOfDraft(keyring, id)),
    personIndex: by.personIndex,
    service,
    licenceNo,
    contentSealed: keyring.sealField(JSON.stringify(content.value)),
    step: { channel: by.channel, at: now },
    expiresAt: at.instant.add({ hours: policy.drafts.days * 24 }).toString(),
  })
  const shown = draftRow(row, { keyring, publicUrl })
  return ok({ ...shown, qrSvg: qrSvg(shown.link) })
}
