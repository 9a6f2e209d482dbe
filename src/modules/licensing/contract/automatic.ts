import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { serviceCodes } from '../rules/services/service.ts'

const strict = { additionalProperties: false } as const

/** 自动准予的紧急停用: of one service, or of all (`service` null). */
export const AutomaticStop = Type.Object({
  id: Type.Integer(),
  service: Type.Union([Type.Enum([...serviceCodes]), Type.Null()]),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  reason: Type.String(),
  stoppedBy: Type.String(),
  stoppedAt: Type.String(),
})
export type AutomaticStop = Static<typeof AutomaticStop>

export const automaticRoutes = {
  listStops: {
    method: 'GET',
    url: '/api/licensing/automatic-stops',
    allow: allow.staff('window', 'reviewer', 'decider', 'head'),
    summary: '自动准予的停用',
    reply: Type.Object({ items: Type.Array(AutomaticStop) }),
  },
  stopAutomatic: {
    method: 'POST',
    url: '/api/licensing/automatic-stops',
    allow: allow.staff('decider', 'head'),
    summary: '停用自动准予',
    body: Type.Object(
      {
        service: Type.Union([Type.Enum([...serviceCodes]), Type.Null()]),
        reason: Type.String({ minLength: 1, maxLength: 300 }),
      },
      strict,
    ),
    reply: Type.Object({ items: Type.Array(AutomaticStop) }),
  },
  endStop: {
    method: 'POST',
    url: '/api/licensing/automatic-stops/:id/end',
    allow: allow.staff('head'),
    summary: '恢复自动准予',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    reply: Type.Object({ items: Type.Array(AutomaticStop) }),
  },
} as const satisfies Routes
