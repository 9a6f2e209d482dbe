import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findCardSession } from '../store/card-session.ts'

/** 办理人: who stood at the terminal, as an application keeps it. `name` is opened: keep it sealed again. */
export interface SessionDescription {
  readonly name: string
  readonly idNoMasked: string
  readonly method: 'card' | 'face' | 'code'
  readonly terminalId: string
  readonly terminalName: string
  readonly areaCode: string
  readonly openedAt: string
}

/** The session as the transaction's scope sees it: the person's own, or one in the officer's area; else `undefined`. */
export async function describeSession(
  tx: Tx,
  sessionId: string,
  keyring: Keyring,
): Promise<SessionDescription | undefined> {
  const session = await findCardSession(tx, sessionId)
  if (!session) return undefined
  const { nameSealed, idNoMasked, method, terminalId, terminalName, areaCode, openedAt } = session
  return { name: keyring.openField(nameSealed), idNoMasked, method, terminalId, terminalName, areaCode, openedAt }
}
