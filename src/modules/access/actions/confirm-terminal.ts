import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { accessPolicy } from '../policy.ts'
import { decideConfirmation } from '../rules/terminal-states.ts'
import type { ByStaff } from '../rules/who.ts'
import { enrolmentCode, enrolmentCodeHash } from '../secrets.ts'
import { insertEnrolment } from '../store/enrolment.ts'
import { lockTerminal, saveConfirmation } from '../store/terminal.ts'

/**
 * 核准终端（第二人）. Gives the enrolment's id, not its code: what an act returns is kept with its key, and the code must
 * not lie in the database. `enrolmentCode(keyring, id)` makes it again.
 */
export async function confirmTerminal(
  tx: Tx,
  asked: { readonly id: string; readonly keyring: Keyring },
  { by, at }: ByStaff,
): Promise<Result<{ readonly enrolmentId: string; readonly expiresAt: string }>> {
  const terminal = await lockTerminal(tx, asked.id)
  if (!terminal) return refuse('terminalMissing')
  const decision = decideConfirmation(terminal, by.staffId)
  if (!decision.ok) return decision
  const enrolmentId = randomId()
  const expiresAt = at.instant.add({ minutes: accessPolicy(at.today).enrolmentCodeMinutes })
  await saveConfirmation(tx, terminal.id, { staffId: by.staffId, at: at.instant })
  await insertEnrolment(tx, {
    id: enrolmentId,
    terminalId: terminal.id,
    codeHash: enrolmentCodeHash(enrolmentCode(asked.keyring, enrolmentId)),
    issuedBy: by.staffId,
    issuedAt: at.instant,
    expiresAt,
  })
  return ok({ enrolmentId, expiresAt: expiresAt.toString() })
}
