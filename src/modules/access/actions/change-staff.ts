import type { StaffRole } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { decideRoles } from '../rules/separation.ts'
import { accountOf } from '../rules/sign-in.ts'
import * as store from '../store/staff.ts'

/** 调整岗位. Counts from the person's next request: every request reads the roles anew. */
export async function changeRoles(
  tx: Tx,
  asked: { readonly account: string; readonly roles: readonly StaffRole[] },
): Promise<Result<string>> {
  const staff = await store.lockStaffByAccount(tx, accountOf(asked.account))
  if (!staff) return refuse('staffMissing')
  const roles = decideRoles(asked.roles)
  if (!roles.ok) return roles
  await store.saveRoles(tx, staff.id, roles.value)
  return ok(staff.id)
}

/** 停用账号, for somebody who has left; open sessions end with it. */
export async function closeStaff(tx: Tx, account: string, at: Moment): Promise<Result<string>> {
  const staff = await store.lockStaffByAccount(tx, accountOf(account))
  if (!staff) return refuse('staffMissing')
  await store.saveClosing(tx, staff.id, at.instant)
  return ok(staff.id)
}

/** 恢复休眠账号: its days count again from now. */
export async function wakeStaff(tx: Tx, account: string, at: Moment): Promise<Result<string>> {
  const staff = await store.lockStaffByAccount(tx, accountOf(account))
  if (staff?.state !== 'active') return refuse('staffMissing')
  await store.saveLastUse(tx, staff.id, at.instant)
  return ok(staff.id)
}
