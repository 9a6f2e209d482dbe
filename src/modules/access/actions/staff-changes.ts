import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomBytes, randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { hashPassword } from '#platform/password'
import { makeTotpSecret } from '#platform/totp'
import type { StaffWanted } from '../contract/staff.ts'
import { accessPolicy } from '../policy.ts'
import { accountOf } from '../rules/sign-in.ts'
import { type ChangeAsked, decideChange, decideStaffDecision } from '../rules/staff-change.ts'
import type { ByStaff } from '../rules/who.ts'
import { enrolmentCodeHash, setupCode } from '../secrets.ts'
import { saveFactors } from '../store/credential.ts'
import * as staff from '../store/staff.ts'
import * as changes from '../store/staff-change.ts'
import { savePhone } from '../store/staff-contact.ts'
import { endStaffSessions } from '../store/staff-session.ts'
import { insertSetup, voidSetups } from '../store/staff-setup.ts'

export interface ProposalAsked extends ChangeAsked {
  readonly phone: string | null
}

/** 提出人员变更（第一人）. Needs a transaction of scope `all`, like everything here; gives the id of the change. */
export async function proposeStaffChange(
  tx: Tx,
  asked: ProposalAsked,
  { by, at, keyring }: ByStaff & { readonly keyring: Keyring },
): Promise<Result<string>> {
  const judged = await judge(tx, asked, { by, at })
  if (!judged.ok) return judged
  const { account, wanted } = judged.value.asked
  const phone = asked.phone === null ? undefined : parsePhone(asked.phone)
  if (phone?.ok === false) return phone
  if (await changes.hasOpenChange(tx, account)) return refuse('staffChangeOpen', { account })
  const id = randomId()
  await changes.insertChange(tx, {
    id,
    kind: asked.kind,
    account,
    wanted,
    staffId: judged.value.target?.id ?? null,
    areas: wanted?.areas ?? judged.value.target?.areas ?? [],
    phoneSealed: phone === undefined ? null : keyring.sealField(phone.value),
    proposedBy: by.staffId,
    at: at.instant,
  })
  return ok(id)
}

export interface Confirmed {
  /** The setup whose code the second person hands over; null for a mere change. */
  readonly setupId: string | null
  readonly expiresAt: string | null
}

/** 核准人员变更（第二人）: judged again, because the house may have changed since; then done. */
export async function confirmStaffChange(
  tx: Tx,
  asked: { readonly id: string; readonly keyring: Keyring },
  { by, at }: ByStaff,
): Promise<Result<Confirmed>> {
  const change = await changes.lockChange(tx, asked.id)
  if (!change) return refuse('staffChangeMissing')
  const decision = decideStaffDecision(change, by.staffId)
  if (!decision.ok) return decision
  const judged = await judge(tx, change, { by, at })
  if (!judged.ok) return judged
  const { wanted } = judged.value.asked
  const staffId = judged.value.target?.id ?? randomId()
  if (change.kind === 'create' && wanted)
    await insertBare(tx, { id: staffId, account: change.account, wanted }, asked.keyring, at.instant)
  else if (wanted) await staff.saveStaff(tx, staffId, wanted)
  else await saveFactors(tx, staffId, await nobodysFactors(asked.keyring))
  if (change.phoneSealed !== null) await savePhone(tx, staffId, change.phoneSealed)
  // Whoever is closed or reset is out at once, and an old code of his opens nothing.
  if (wanted?.state === 'closed' || change.kind === 'resetCode') {
    await endStaffSessions(tx, { staffId }, at.instant)
    await voidSetups(tx, staffId, at.instant)
  }
  await changes.saveDecision(tx, change.id, { state: 'confirmed', by: by.staffId, at: at.instant, staffId })
  if (change.kind === 'change') return ok({ setupId: null, expiresAt: null })
  return ok(await issueSetup(tx, staffId, { by, at, keyring: asked.keyring }))
}

export async function rejectStaffChange(
  tx: Tx,
  asked: { readonly id: string; readonly reason: string },
  { by, at }: ByStaff,
): Promise<Result<undefined>> {
  const change = await changes.lockChange(tx, asked.id)
  if (!change) return refuse('staffChangeMissing')
  const decision = decideStaffDecision(change, by.staffId)
  if (!decision.ok) return decision
  const { staffId } = change
  await changes.saveDecision(tx, change.id, {
    state: 'rejected',
    by: by.staffId,
    at: at.instant,
    staffId,
    reason: asked.reason,
  })
  return ok(undefined)
}

async function judge(tx: Tx, asked: ChangeAsked, { by }: ByStaff) {
  const account = accountOf(asked.account)
  const target = await staff.lockStaffByAccount(tx, account)
  const peers = await changes.countPeers(tx, account)
  const decision = decideChange(asked, { target, peers }, by)
  if (!decision.ok) return decision
  const no = decision.value.wanted?.certificate?.no
  const holder = no === undefined ? undefined : await staff.certificateHolder(tx, no)
  if (no !== undefined && holder !== undefined && holder !== account)
    return refuse('certificateTaken', { no, account: holder })
  return ok({ asked: decision.value, target })
}

/** Factors that nobody knows: until the person has set his own, nothing opens the account. */
const nobodysFactors = async (keyring: Keyring) => ({
  passwordHash: await hashPassword(randomBytes(32).toString('base64url')),
  totpSealed: keyring.sealField(makeTotpSecret()),
  totpStep: 0,
})

async function insertBare(
  tx: Tx,
  { id, account, wanted }: { readonly id: string; readonly account: string; readonly wanted: StaffWanted },
  keyring: Keyring,
  at: Temporal.Instant,
): Promise<void> {
  const factors = await nobodysFactors(keyring)
  await staff.insertStaff(tx, {
    ...wanted,
    ...factors,
    ...{ id, account, demo: false, at, agencyId: wanted.agencyId ?? null },
  })
}

async function issueSetup(
  tx: Tx,
  staffId: string,
  { by, at, keyring }: ByStaff & { readonly keyring: Keyring },
): Promise<Confirmed> {
  const id = randomId()
  const expiresAt = at.instant.add({ hours: accessPolicy(at.today).setupCodeHours })
  const codeHash = enrolmentCodeHash(setupCode(keyring, id))
  await insertSetup(tx, { id, staffId, codeHash, issuedBy: by.staffId, at: at.instant, expiresAt })
  return { setupId: id, expiresAt: `${expiresAt}` }
}
