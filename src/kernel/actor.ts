/** 岗位: what a member of staff may act as; one person may hold several. */
export const staffRoles = [
  'window', // 窗口受理
  'reviewer', // 审核
  'decider', // 审批
  'head', // 局负责人
  'verifier', // 实地核查
  'inspector', // 稽查
  'courier', // 送证
  'helper', // 帮办
  'legal', // 法制审核
  'analyst', // 情报研判
  'informantDesk', // 12313 受理
  'systemAdmin', // 系统管理员
  'securityAdmin', // 安全管理员
  'auditAdmin', // 审计管理员
] as const

export type StaffRole = (typeof staffRoles)[number]

export const isStaffRole = (role: string): role is StaffRole => staffRoles.some(known => known === role)

/** What an account may hold: a role of the house, or that of a partner agency (协作单位), who is never staff. */
export const accountRoles = [...staffRoles, 'partner'] as const
export type AccountRole = (typeof accountRoles)[number]

/** 谁在操作. Citizens are known by a keyed index of the person, never by name or number. */
export type Actor =
  | {
      readonly kind: 'citizen'
      readonly sessionId: string
      readonly personIndex: string
      readonly terminalId?: string
      readonly method: 'card' | 'face' | 'cardCode' | 'code' | 'oidc'
    }
  | {
      readonly kind: 'staff'
      readonly staffId: string
      readonly sessionId: string
      readonly roles: readonly StaffRole[]
      readonly areas: readonly string[]
    }
  | { readonly kind: 'terminal'; readonly terminalId: string }
  | {
      readonly kind: 'partner'
      readonly agencyId: string
      /** One of its people at our page, or one of its systems by a key. */
      readonly by?: { readonly accountId: string; readonly sessionId: string } | { readonly keyId: string }
    }
  | { readonly kind: 'system'; readonly job: string }
  | { readonly kind: 'anonymous' }

/** Stable text for the audit chain, free of personal data: `citizen:<sessionId>`, `staff:<staffId>`, `system:<job>`. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.sessionId}`
    case 'staff':
      return `staff:${actor.staffId}`
    case 'terminal':
      return `terminal:${actor.terminalId}`
    case 'partner':
      return `partner:${actor.agencyId}${partnerHand(actor)}`
    case 'system':
      return `system:${actor.job}`
    case 'anonymous':
      return 'anonymous'
  }
}

function partnerHand({ by }: Extract<Actor, { kind: 'partner' }>): string {
  if (by === undefined) return ''
  return 'keyId' in by ? `/key:${by.keyId}` : `/${by.accountId}`
}

export type Grant =
  | { readonly kind: 'citizen' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'partner' }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] | 'any' }

/** Who may call: everybody, or whoever one of the grants names. An empty list is nobody. */
export type Permission = 'public' | readonly Grant[]

const citizen: readonly Grant[] = [{ kind: 'citizen' }]
const terminal: readonly Grant[] = [{ kind: 'terminal' }]
const partner: readonly Grant[] = [{ kind: 'partner' }]
const anyStaff: readonly Grant[] = [{ kind: 'staff', roles: 'any' }]

/** `allow.of(allow.citizen, allow.staff('window'))` joins permissions; read by server guards and by buttons alike. */
export const allow = {
  public: 'public' as const,
  citizen,
  terminal,
  partner,
  anyStaff,
  staff: (first: StaffRole, ...more: readonly StaffRole[]): readonly Grant[] => [
    { kind: 'staff', roles: [first, ...more] },
  ],
  of: (...grants: readonly (Grant | readonly Grant[])[]): readonly Grant[] => grants.flat(),
}

/** Jobs (kind `system`) never call through a door with a permission: they run actions directly. */
export function mayCall(permission: Permission, actor: Actor): boolean {
  return permission === 'public' || permission.some(grant => covers(grant, actor))
}

function covers(grant: Grant, actor: Actor): boolean {
  if (grant.kind !== 'staff') return grant.kind === actor.kind
  if (actor.kind !== 'staff') return false
  const { roles } = grant
  return roles === 'any' || actor.roles.some(role => roles.includes(role))
}
