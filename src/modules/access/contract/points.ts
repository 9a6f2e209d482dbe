import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { standings } from '../rules/points/service-point.ts'
import { Clock, Hours } from './shapes.ts'

/** 服务点 as everybody may see it: of a machine only whether it serves now, of helpers only how many. */
export const ServicePoint = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.Enum(['kiosk', 'hall', 'village']),
  town: Type.String(),
  townCode: Type.String(),
  lng: Type.Number(),
  lat: Type.Number(),
  /** Null where nobody told us. */
  hours: Type.Union([Hours, Type.Null()]),
  /** Null where people serve and no machine stands. */
  terminal: Type.Union([Type.Object({ standing: Type.Enum([...standings]), prints: Type.Boolean() }), Type.Null()]),
  /** 帮办员 who are on duty for this town. */
  helpersOnDuty: Type.Integer(),
  /** 帮办时段 of today in this town. */
  helperHours: Type.Array(Type.Object({ from: Clock, to: Clock, place: Type.String() })),
})
export type ServicePoint = Static<typeof ServicePoint>

export const pointRoutes = {
  /** All of them: a county has few, so that the page measures the way itself and nobody's position leaves the telephone. */
  servicePoints: {
    method: 'GET',
    url: '/api/access/service-points',
    allow: allow.public,
    summary: '服务点：开放时间、终端能否使用、帮办员',
    reply: Type.Object({ at: Type.String(), items: Type.Array(ServicePoint) }),
  },
} as const satisfies Routes
