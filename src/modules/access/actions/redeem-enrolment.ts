import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm2Encrypt } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { accessPolicy } from '../policy.ts'
import { moveTerminal } from '../rules/terminal-states.ts'
import { enrolmentCodeHash } from '../secrets.ts'
import { lockOpenEnrolment, markRedeemed } from '../store/enrolment.ts'
import { lockTerminal, saveActivation } from '../store/terminal.ts'

/** 终端入网: the one-time code and a public key make an active terminal. */
export async function redeemEnrolment(
  tx: Tx,
  asked: { readonly code: string; readonly publicKey: string },
  at: Moment,
): Promise<Result<{ readonly terminalId: string; readonly name: string; readonly areaCode: string }>> {
  const publicKey = asked.publicKey.toLowerCase()
  if (!isPublicKey(publicKey)) return refuse('publicKeyInvalid')
  const enrolment = await lockOpenEnrolment(tx, enrolmentCodeHash(asked.code))
  if (!enrolment) return refuse('enrolmentCodeWrong')
  if (Temporal.Instant.compare(at.instant, Temporal.Instant.from(enrolment.expiresAt)) >= 0)
    return refuse('enrolmentCodeExpired', { minutes: accessPolicy(at.today).enrolmentCodeMinutes })
  const terminal = await lockTerminal(tx, enrolment.terminalId)
  const next = terminal ? moveTerminal(terminal.state, 'redeem') : undefined
  if (!terminal || !next?.ok) return refuse('enrolmentCodeWrong')
  await markRedeemed(tx, enrolment.id, at.instant)
  await saveActivation(tx, terminal.id, { publicKey, at: at.instant })
  return ok({ terminalId: terminal.id, name: terminal.name, areaCode: terminal.areaCode })
}

/** A point off the curve would be found out only when the first channel is opened, long after the code is spent. */
function isPublicKey(hex: string): boolean {
  try {
    return sm2Encrypt(hex, 'probe').length > 0
  } catch {
    return false
  }
}
