import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findSealedIdentity, findWebSession } from '../store/web-session.ts'

/** 认证等级 of the session's person as the unified identity said it; `undefined` for other ways of proof. */
export async function findIdentityLevel(tx: Tx, sessionId: string): Promise<number | undefined> {
  return (await findWebSession(tx, sessionId))?.identityLevel ?? undefined
}

/** Who the unified identity said is here, opened for the one use at hand: seal it again, and send it to no browser. */
export interface ProvenIdentity {
  readonly name: string
  readonly idNo: string
  readonly phone: string | null
}

/** `undefined` for other ways of proof, and for a session that is over: its number is erased. */
export async function findProvenIdentity(
  tx: Tx,
  sessionId: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<ProvenIdentity | undefined> {
  const sealed = await findSealedIdentity(tx, sessionId)
  if (!sealed) return undefined
  const { nameSealed, idNoSealed, phoneSealed } = sealed
  const phone = phoneSealed === null ? null : keyring.openField(phoneSealed)
  return { name: keyring.openField(nameSealed), idNo: keyring.openField(idNoSealed), phone }
}
