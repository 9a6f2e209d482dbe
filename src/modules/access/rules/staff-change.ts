import { parseAreaCode } from '#kernel/area'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { StaffChangeKind, StaffWanted } from '../contract/staff.ts'
import { covers } from './scope.ts'
import { administrators, decideRoles } from './separation.ts'
import { accountOf } from './sign-in.ts'
import type { StaffActor } from './who.ts'

/** The account as it is before the change. */
interface Target {
  readonly id: string
  readonly roles: readonly string[]
  readonly areas: readonly string[]
  readonly state: 'active' | 'closed'
  readonly agencyId: string | null
}

export interface ChangeAsked {
  readonly kind: StaffChangeKind
  readonly account: string
  readonly wanted: StaffWanted | null
}

/** Everything a change is judged by, at the proposal and again at the confirmation. */
export interface ChangeFacts {
  readonly target: Target | undefined
  /** Other active accounts with the same administrator's role as the target. */
  readonly peers: number
}

type By = Pick<StaffActor, 'staffId' | 'areas'>

/** 人员变更: what an administrator may ask for. Nobody changes himself, whoever confirms it. */
export function decideChange(asked: ChangeAsked, { target, peers }: ChangeFacts, by: By): Result<ChangeAsked> {
  const account = accountOf(asked.account)
  if (!/^[a-z][a-z0-9._-]{1,39}$/u.test(account)) return refuse('accountMalformed')
  if (asked.kind === 'create' && target) return refuse('accountTaken', { account })
  if (asked.kind !== 'create') {
    if (!target) return refuse('staffMissing')
    if (target.id === by.staffId) return refuse('ownAccount')
    if (!target.areas.every(area => covers(by.areas, area))) return refuse('areaOutsideScope')
  }
  if (asked.kind === 'resetCode') {
    return target?.state === 'active' ? ok({ ...asked, account, wanted: null }) : refuse('staffMissing')
  }
  if (!asked.wanted) return refuse('staffWantedMissing')
  const wanted = decideWanted(asked.wanted, by)
  if (!wanted.ok) return wanted
  // 协作单位: an account stays what it was made for, so that its lines in the ledger keep their meaning.
  if (target && (target.agencyId ?? null) !== (wanted.value.agencyId ?? null)) return refuse('partnerAgencyFixed')
  if (target && losesAdministrator(target, wanted.value) && peers === 0) return refuse('lastAdministrator')
  return ok({ kind: asked.kind, account, wanted: wanted.value })
}

function decideWanted(wanted: StaffWanted, by: By): Result<StaffWanted> {
  const roles = decideRoles(wanted.roles)
  if (!roles.ok) return roles
  if (roles.value.includes('partner') !== ((wanted.agencyId ?? null) !== null)) return refuse('partnerAgencyMissing')
  const areas = wanted.areas.map(area => parseAreaCode(area))
  if (areas.some(area => !area.ok)) return refuse('areaCodeUnknown')
  const codes = areas.flatMap(area => (area.ok ? [area.value] : []))
  if (!codes.every(code => covers(by.areas, code))) return refuse('areaOutsideScope')
  const { certificate } = wanted
  if (certificate !== null && certificate.to < certificate.from) return refuse('certificateDatesWrong')
  return ok({ ...wanted, name: wanted.name.trim(), roles: [...roles.value], areas: codes })
}

/** A house without its system or security administrator could never make another one. */
const losesAdministrator = (target: Target, wanted: StaffWanted): boolean =>
  target.state === 'active' &&
  target.roles.some(
    role =>
      administrators.some(known => known === role) &&
      (wanted.state === 'closed' || !wanted.roles.some(kept => kept === role)),
  )

/** The second person: another one than the first, and not the one it is about. */
export function decideStaffDecision(
  change: { readonly state: string; readonly proposedBy: string; readonly staffId: string | null },
  by: string,
): Result<undefined, 'staffChangeDecided' | 'secondPersonNeeded' | 'ownAccount'> {
  if (change.state !== 'proposed') return refuse('staffChangeDecided')
  if (change.proposedBy === by) return refuse('secondPersonNeeded')
  if (change.staffId === by) return refuse('ownAccount')
  return ok(undefined)
}
