import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import { type Tx, uniqueViolation } from '#platform/database'
import type { ByStaff } from '../rules/who.ts'
import * as store from '../store/agency-key.ts'

export interface KeyAsked {
  readonly agencyId: string
  readonly name: string
  readonly publicKey: string
  readonly webhookUrl: string | null
}

/** 登记接口密钥（第一人）: the partner keeps its private key; only the public one comes here. Gives its id. */
export async function proposeAgencyKey(tx: Tx, asked: KeyAsked, { by, at }: ByStaff): Promise<Result<string>> {
  const name = cleanText(asked.name, { max: 60 })
  if (!name.ok) return name
  const id = randomId()
  const proposed = { proposedBy: by.staffId, proposedAt: at.instant.toString() }
  try {
    await store.insertAgencyKey(tx, { ...asked, ...proposed, id, name: name.value, areas: by.areas })
  } catch (error) {
    if (uniqueViolation(error) === 'agency_key_live') return refuse('agencyKeyKnown')
    throw error
  }
  return ok(id)
}

/** 核准（第二人）: from now on its requests count. */
export async function confirmAgencyKey(tx: Tx, id: string, { by, at }: ByStaff): Promise<Result<undefined>> {
  const key = await store.lockAgencyKey(tx, id)
  if (key?.state !== 'proposed') return refuse('agencyKeyMissing')
  if (key.proposedBy === by.staffId) return refuse('secondPersonNeeded')
  await store.saveKeyState(tx, id, { state: 'active', by: by.staffId, at: at.instant.toString() })
  return ok(undefined)
}

/** 吊销: by one hand, counts from the next request. */
export async function revokeAgencyKey(tx: Tx, id: string, { by, at }: ByStaff): Promise<Result<undefined>> {
  const key = await store.lockAgencyKey(tx, id)
  if (!key || key.state === 'revoked') return refuse('agencyKeyMissing')
  await store.saveKeyState(tx, id, { state: 'revoked', by: by.staffId, at: at.instant.toString() })
  return ok(undefined)
}
