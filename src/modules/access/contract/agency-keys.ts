import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Id, strict, Text } from './shapes.ts'

const WebhookUrl = Type.Union([Type.String({ pattern: '^https?://', maxLength: 300 }), Type.Null()])

export const AgencyKeyView = Type.Object({
  id: Id,
  agencyId: Id,
  name: Type.String(),
  publicKey: Type.String(),
  webhookUrl: WebhookUrl,
  state: Type.Enum(['proposed', 'active', 'revoked']),
  proposedBy: Id,
  proposedAt: Type.String(),
})
export type AgencyKeyView = Static<typeof AgencyKeyView>

const url = '/api/access/agency-keys'
const params = Type.Object({ id: Id })

/** 接口密钥 of partners' systems: two people let one in, one stops it. */
export const agencyKeyRoutes = {
  listKeys: {
    method: 'GET',
    url,
    allow: allow.staff('systemAdmin', 'securityAdmin', 'auditAdmin', 'head', 'analyst'),
    summary: '协作单位的接口密钥',
    reply: Type.Object({ items: Type.Array(AgencyKeyView) }),
  },
  proposeKey: {
    method: 'POST',
    url,
    allow: allow.staff('systemAdmin'),
    privileged: true,
    summary: '登记接口密钥（第一人）',
    body: Type.Object(
      {
        agencyId: Id,
        name: Text(60),
        publicKey: Type.String({ pattern: '^04[0-9a-f]{128}$' }),
        webhookUrl: WebhookUrl,
      },
      strict,
    ),
    reply: Type.Object({ id: Id }),
  },
  confirmKey: {
    method: 'POST',
    url: `${url}/:id/confirmation`,
    allow: allow.staff('securityAdmin'),
    privileged: true,
    summary: '核准接口密钥（第二人）',
    params,
    reply: 'empty',
  },
  revokeKey: {
    method: 'POST',
    url: `${url}/:id/revocation`,
    allow: allow.staff('systemAdmin', 'securityAdmin'),
    summary: '吊销接口密钥，立即生效',
    params,
    reply: 'empty',
  },
} as const satisfies Routes
