import Type, { type Static } from 'typebox'
import { accountRoles, allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Id, strict, Text } from './shapes.ts'

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ format: 'date' })

/** 执法证: number and the days it counts from and to, both included. */
export const Certificate = Type.Object({ no: Text(32, 4), from: Day, to: Day }, strict)
export type Certificate = Static<typeof Certificate>

/** What an account is to be, whole: who confirms it sees all of it. */
export const StaffWanted = Type.Object(
  {
    name: Text(30),
    roles: Type.Array(Type.Enum([...accountRoles]), { minItems: 1, uniqueItems: true }),
    areas: Type.Array(Text(12, 6), { minItems: 1, maxItems: 20, uniqueItems: true }),
    state: Type.Enum(['active', 'closed']),
    onDuty: Type.Boolean(),
    certificate: OrNull(Certificate),
    /** 协作单位 of an account with the role partner. */
    agencyId: Type.Optional(OrNull(Id)),
  },
  strict,
)
export type StaffWanted = Static<typeof StaffWanted>

export const StaffMember = Type.Object({
  id: Id,
  account: Type.String(),
  ...StaffWanted.properties,
  phoneMasked: OrNull(Type.String()),
  lastSignInAt: OrNull(Type.String()),
})
export type StaffMember = Static<typeof StaffMember>

const kinds = ['create', 'change', 'resetCode'] as const
export type StaffChangeKind = (typeof kinds)[number]

export const StaffChangeView = Type.Object({
  id: Id,
  kind: Type.Enum([...kinds]),
  account: Type.String(),
  /** Null for a reset. */
  wanted: OrNull(StaffWanted),
  phoneMasked: OrNull(Type.String()),
  state: Type.Enum(['proposed', 'confirmed', 'rejected']),
  proposedBy: Type.String(),
  proposedById: Id,
  proposedAt: Type.String(),
  decidedBy: OrNull(Type.String()),
  decidedAt: OrNull(Type.String()),
  reason: OrNull(Type.String()),
})
export type StaffChangeView = Static<typeof StaffChangeView>

const ChangeId = Type.Object({ id: Id })
const SetupCode = Text(64)

/** 人员: accounts are made and changed by two people, and each sets his own password and second factor. */
export const staffAdminRoutes = {
  listStaff: {
    method: 'GET',
    url: '/api/access/staff',
    allow: allow.staff('systemAdmin', 'securityAdmin', 'auditAdmin', 'head'),
    summary: '人员名单和待核准的变更',
    reply: Type.Object({ items: Type.Array(StaffMember), changes: Type.Array(StaffChangeView) }),
  },
  proposeStaffChange: {
    method: 'POST',
    url: '/api/access/staff-changes',
    allow: allow.staff('systemAdmin'),
    privileged: true,
    summary: '提出人员变更（第一人）',
    body: Type.Object(
      {
        kind: Type.Enum([...kinds]),
        account: Text(40),
        wanted: OrNull(StaffWanted),
        /** Null leaves the number as it is. */
        phone: OrNull(Text(30)),
      },
      strict,
    ),
    reply: Type.Object({ id: Id }),
  },
  confirmStaffChange: {
    method: 'POST',
    url: '/api/access/staff-changes/:id/confirmation',
    allow: allow.staff('securityAdmin'),
    privileged: true,
    summary: '核准人员变更（第二人）；新建和重置得一次性设置码',
    params: ChangeId,
    reply: Type.Object({ code: OrNull(Type.String()), expiresAt: OrNull(Type.String()) }),
  },
  rejectStaffChange: {
    method: 'POST',
    url: '/api/access/staff-changes/:id/rejection',
    allow: allow.staff('securityAdmin'),
    summary: '退回人员变更',
    params: ChangeId,
    body: Type.Object({ reason: Text(200) }, strict),
    reply: 'empty',
  },
  openStaffSetup: {
    method: 'POST',
    url: '/api/access/staff-setups/opening',
    allow: allow.public,
    summary: '凭设置码读取动态码密钥',
    withoutKey: 'the one-time code is the key',
    body: Type.Object({ code: SetupCode }, strict),
    reply: Type.Object({
      account: Type.String(),
      name: Type.String(),
      totpSecret: Type.String(),
      totpUri: Type.String(),
    }),
  },
  finishStaffSetup: {
    method: 'POST',
    url: '/api/access/staff-setups',
    allow: allow.public,
    summary: '凭设置码设定口令，并以一个动态码证明验证器已配好',
    withoutKey: 'the one-time code is the key',
    body: Type.Object({ code: SetupCode, password: Text(200), totp: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
