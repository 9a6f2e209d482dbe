import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type WalkMethod, walkMethods } from '../rules/walk.ts'

const strict = { additionalProperties: false } as const
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Place = Type.Object({ lng: Type.Number(), lat: Type.Number() })
const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
const Method = Type.Enum(Object.keys(walkMethods) as [WalkMethod, ...WalkMethod[]])

/** 一次实地测量; it counts when both officers have signed it. */
export const WalkView = Type.Object({
  id: Type.String(),
  schoolId: Type.String(),
  gate: Type.String(),
  metres: Type.Number(),
  method: Method,
  measuredOn: Day,
  officers: Type.Array(Type.String()),
  note: Type.String(),
  photos: Type.Array(Type.String()),
  /** Of these, the pictures that lie here; the others lie with the record of a site check. */
  keptPhotos: Type.Array(Type.String()),
  digest: Type.String(),
  recordedBy: Type.String(),
  confirmedBy: Nullable(Type.String()),
  /** The asker is the other officer and has not signed yet. */
  awaitsMe: Type.Boolean(),
})
export type WalkView = Static<typeof WalkView>

export const GateView = Type.Object({
  schoolId: Type.String(),
  school: Type.String(),
  gate: Type.String(),
  kind: Type.String(),
  ...Place.properties,
  limit: Type.Number(),
  /** 直线提示 with its error bar. */
  line: Nullable(Type.Object({ metres: Type.Number(), least: Type.Number(), most: Type.Number() })),
  walk: Nullable(Type.Number()),
  walkOutdated: Type.Boolean(),
  verdict: Type.Enum(['outside', 'inside', 'far', 'near', 'unsure', 'noPosition']),
})
export type GateView = Static<typeof GateView>

export const SchoolCard = Type.Object({
  licenceNo: Type.String(),
  verdict: Type.Enum(['inside', 'toMeasure', 'outside', 'unknown']),
  schoolMetres: Type.Number(),
  kindergartenMetres: Type.Number(),
  positionErrorMetres: Type.Number(),
  /** Gates that matter, and the nearest one at least, nearest first. */
  gates: Type.Array(GateView),
  walks: Type.Array(WalkView),
  /** Who may be the other officer. */
  colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
})
export type SchoolCard = Static<typeof SchoolCard>

const params = Type.Object({ licenceNo: LicenceNo })
const measurer = allow.staff('inspector', 'verifier')

/** 校园周边: hint and measured walk of a shop. */
export const schoolRoutes = {
  schoolCard: {
    method: 'GET',
    url: '/api/registry/retailers/:licenceNo/schools',
    allow: allow.anyStaff,
    summary: '一户的校园周边：直线提示和实地测量',
    params,
    reply: SchoolCard,
  },
  recordWalk: {
    method: 'POST',
    url: '/api/registry/retailers/:licenceNo/walks',
    allow: measurer,
    summary: '记录实地测量（两名工作人员之一）',
    params,
    body: Type.Object(
      {
        schoolId: Type.String({ minLength: 1, maxLength: 40 }),
        gate: Type.String({ minLength: 1, maxLength: 40 }),
        metres: Type.Number({ minimum: 0, maximum: 9999 }),
        method: Method,
        measuredOn: Day,
        officers: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { maxItems: 2 }),
        photos: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 12 }),
        note: Type.String({ maxLength: 300 }),
      },
      strict,
    ),
    reply: SchoolCard,
  },
  keepWalkPhoto: {
    method: 'POST',
    url: '/api/registry/retailers/:licenceNo/walk-photos',
    allow: measurer,
    summary: '测量照片（先于测量记录发送）',
    params,
    body: Type.Object(
      {
        digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        content: Type.String({ minLength: 100, maxLength: 2_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
      },
      strict,
    ),
    reply: 'empty',
  },
  walkPhoto: {
    method: 'GET',
    url: '/api/registry/retailers/:licenceNo/walk-photos/:digest',
    allow: allow.staff('inspector', 'verifier', 'legal', 'head', 'reviewer', 'decider'),
    summary: '测量照片（留痕）',
    params: Type.Object({ licenceNo: LicenceNo, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    reply: Type.Object({ jpeg: Type.String() }),
  },
  confirmWalk: {
    method: 'POST',
    url: '/api/registry/retailers/:licenceNo/walks/:id/confirmation',
    allow: measurer,
    summary: '另一名工作人员核对并签认测量',
    params: Type.Object({ licenceNo: LicenceNo, id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    body: Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict),
    reply: SchoolCard,
  },
} as const satisfies Routes
