import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomBytes, randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { counterPolicy } from '../counter-policy.ts'
import { covers } from '../rules/scope.ts'
import type { ByStaff, CitizenActor } from '../rules/who.ts'
import { findCardSession } from '../store/card-session.ts'
import { insertAssistance, savePresenceCode, takeUpPresenceCode } from '../store/presence.ts'

/** Six digits are enough for minutes, one use and five tries. */
const freshCode = (): string => String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')
const indexOf = (keyring: Keyring, code: string): string => keyring.blindIndex('presenceCode', code)

/** 取到场码: the one before is void. */
export async function takePresenceCode(
  tx: Tx,
  { by, at }: ByStaff,
  keyring: Keyring,
): Promise<Result<{ code: string; expiresAt: string }>> {
  const expiresAt = at.instant.add({ minutes: counterPolicy(at.today).presenceMinutes }).toString()
  for (let tries = 0; tries < 5; tries += 1) {
    const code = freshCode()
    const saved = await savePresenceCode(tx, {
      id: randomId(),
      staffId: by.staffId,
      codeIndex: indexOf(keyring, code),
      at: at.instant.toString(),
      expiresAt,
    })
    if (saved) return ok({ code, expiresAt })
  }
  return refuse('presenceCodeBusy')
}

/**
 * 帮办到场: a helper of this area beside this person, from here to the end of the session. The session stays the
 * citizen's: who decides, signs and passes the checks does not change, only that somebody sat beside is on record.
 */
export async function beginAssistance(
  tx: Tx,
  { citizen, code, at }: { readonly citizen: CitizenActor; readonly code: string; readonly at: Moment },
  keyring: Keyring,
): Promise<Result<{ helper: string }>> {
  const session = await findCardSession(tx, citizen.sessionId)
  if (!session || citizen.terminalId === undefined) return refuse('presenceCodeWrong')
  const now = at.instant.toString()
  const helper = await takeUpPresenceCode(tx, indexOf(keyring, code), now)
  if (!helper || !covers(helper.areas, session.areaCode)) return refuse('presenceCodeWrong')
  const begun = await insertAssistance(tx, {
    id: randomId(),
    sessionId: citizen.sessionId,
    staffId: helper.staffId,
    personIndex: citizen.personIndex,
    terminalId: citizen.terminalId,
    areaCode: session.areaCode,
    at: now,
  })
  return begun ? ok({ helper: helper.name }) : refuse('alreadyAssisted')
}
