import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { accessPolicy } from '../policy.ts'
import { endOf, secondsUntil } from '../rules/session-life.ts'
import { findCardSession, moveSessionEnd } from '../store/card-session.ts'

/** 继续办理. At the longest life it gives what is left, so that the screen can say so in time. */
export async function extendCardSession(
  tx: Tx,
  sessionId: string,
  at: Moment,
): Promise<Result<{ endsInSeconds: number; idleSeconds: number }>> {
  const session = await findCardSession(tx, sessionId)
  if (!session || session.endedAt !== null) return refuse('sessionEnded')
  const policy = accessPolicy(at.today)
  const endsAt = endOf(Temporal.Instant.from(session.openedAt), at.instant, policy)
  await moveSessionEnd(tx, sessionId, endsAt)
  return ok({ endsInSeconds: secondsUntil(endsAt, at.instant), idleSeconds: policy.cardIdleSeconds })
}
