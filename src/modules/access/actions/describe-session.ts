import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { findCardSession } from '../store/card-session.ts'
import { findWebSession } from '../store/web-session.ts'

/** 办理人: who stood at the terminal or was signed in on a telephone, as an application keeps it. `name` is opened: keep it sealed again. */
export interface SessionDescription {
  readonly name: string
  readonly idNoMasked: string
  readonly method: 'card' | 'face' | 'cardCode' | 'code' | 'oidc'
  /** 认证等级 of the unified identity; null for other ways. */
  readonly identityLevel: number | null
  /** null = at the own telephone or browser. */
  readonly terminalId: string | null
  readonly terminalName: string | null
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
  if (!session) return describeWebSession(tx, sessionId, keyring)
  const { nameSealed, idNoMasked, method, terminalId, terminalName, areaCode, openedAt } = session
  const name = keyring.openField(nameSealed)
  return { name, idNoMasked, method, identityLevel: null, terminalId, terminalName, areaCode, openedAt }
}

async function describeWebSession(
  tx: Tx,
  sessionId: string,
  keyring: Keyring,
): Promise<SessionDescription | undefined> {
  const session = await findWebSession(tx, sessionId)
  if (!session) return undefined
  const { nameSealed, idNoMasked, method, identityLevel, areaCode, openedAt } = session
  const nowhere = { terminalId: null, terminalName: null }
  return { name: keyring.openField(nameSealed), idNoMasked, method, identityLevel, ...nowhere, areaCode, openedAt }
}
