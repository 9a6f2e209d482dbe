import type { Tx } from '#platform/database'
import { findWebSession } from '../store/web-session.ts'

/** 认证等级 of the session's person as the unified identity said it; `undefined` for other ways of proof. */
export async function findIdentityLevel(tx: Tx, sessionId: string): Promise<number | undefined> {
  return (await findWebSession(tx, sessionId))?.identityLevel ?? undefined
}
