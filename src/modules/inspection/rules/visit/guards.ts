import { ok, type Result, refuse } from '#kernel/refusal'
import type { TaskState } from '../task/moves.ts'

interface Asked {
  readonly staffId: string
  /** The day in China on which it was done, and when. */
  readonly day: string
  readonly capturedAt: Temporal.Instant
  readonly now: Temporal.Instant
  /** How long a telephone may keep an act. */
  readonly keepDays: number
}

export interface Sent {
  readonly state: TaskState
  readonly officers: readonly string[]
  readonly approvedOn: string | null
}

export interface Certificate {
  readonly certificateFrom: string | null
  readonly certificateTo: string | null
}

/** A telephone's clock may run ahead a little. */
const slackMinutes = 10

/**
 * 谁可以办这一步: one of the two who were sent (行政处罚法第四十二条), with a certificate that held on the day it was done
 * (烟草专卖法实施条例第四十九条), after the approval, and not from the future or the far past.
 */
export function mayAct(asked: Asked, task: Sent, certificate: Certificate | undefined): Result<null> {
  if (!task.officers.includes(asked.staffId)) return refuse('visitNotYours')
  if (task.state === 'proposed' || task.state === 'rejected' || task.state === 'lapsed') return refuse('visitNotSent')
  const age = asked.capturedAt.until(asked.now).total('minutes')
  if (age < -slackMinutes) return refuse('visitAhead')
  if (age > asked.keepDays * 24 * 60) return refuse('visitTooOld', { days: asked.keepDays })
  if (task.approvedOn !== null && asked.day < task.approvedOn) return refuse('visitBeforeApproval')
  const { certificateFrom: from = null, certificateTo: to = null } = certificate ?? {}
  return from === null || to === null || from > asked.day || to < asked.day ? refuse('visitCertificate') : ok(null)
}
