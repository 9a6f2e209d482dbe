import type { AccountRole } from '#kernel/actor'
import { parseAreaCode } from '#kernel/area'
import { codePointLength } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { hashPassword } from '#platform/password'
import { makeTotpSecret } from '#platform/totp'
import type { Certificate } from '../contract/staff.ts'
import { decideRoles } from '../rules/separation.ts'
import { accountOf } from '../rules/sign-in.ts'
import { insertStaff, lockStaffByAccount } from '../store/staff.ts'
import { savePhone } from '../store/staff-contact.ts'

export interface StaffAsk {
  readonly account: string
  readonly name: string
  readonly roles: readonly AccountRole[]
  /** 协作单位 the account belongs to; with the role partner and only with it. */
  readonly agencyId?: string
  /** 6-digit county or 9-digit town codes. */
  readonly areas: readonly string[]
  readonly password: string
  /** Base32; a fresh one when left out. Demo accounts show theirs. */
  readonly totpSecret?: string
  readonly onDuty?: boolean
  readonly certificate?: Certificate
  readonly phone?: string
  /** 模拟数据: production refuses to start with such accounts. */
  readonly demo?: boolean
}

export interface CreatedStaff {
  readonly staffId: string
  /** Shown once, for the authenticator app; the database has it sealed. */
  readonly totpSecret: string
}

export const shortestPassword = 12

/** 新建工作人员账号. Needs a transaction of scope `all`. The password is hashed inside, about 50 ms. */
export async function createStaff(
  tx: Tx,
  asked: StaffAsk,
  { at, keyring }: { readonly at: Moment; readonly keyring: Keyring },
): Promise<Result<CreatedStaff>> {
  const account = accountOf(asked.account)
  if (!/^[a-z][a-z0-9._-]{1,39}$/u.test(account)) return refuse('accountMalformed')
  if (codePointLength(asked.password) < shortestPassword) return refuse('passwordTooShort', { min: shortestPassword })
  const roles = decideRoles(asked.roles)
  if (!roles.ok) return roles
  if (roles.value.includes('partner') !== (asked.agencyId !== undefined)) return refuse('partnerAgencyMissing')
  const areas = asked.areas.map(area => parseAreaCode(area))
  if (areas.length === 0 || areas.some(area => !area.ok)) return refuse('areaCodeUnknown')
  if (await lockStaffByAccount(tx, account)) return refuse('accountTaken', { account })
  const staffId = randomId()
  const totpSecret = asked.totpSecret ?? makeTotpSecret()
  await insertStaff(tx, {
    id: staffId,
    account,
    name: asked.name,
    roles: roles.value,
    areas: areas.flatMap(area => (area.ok ? [area.value] : [])),
    agencyId: asked.agencyId ?? null,
    demo: asked.demo === true,
    passwordHash: await hashPassword(asked.password),
    totpSealed: keyring.sealField(totpSecret),
    onDuty: asked.onDuty === true,
    certificate: asked.certificate ?? null,
    at: at.instant,
  })
  if (asked.phone !== undefined) await savePhone(tx, staffId, keyring.sealField(asked.phone))
  return ok({ staffId, totpSecret })
}
