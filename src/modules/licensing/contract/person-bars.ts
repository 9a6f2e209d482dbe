import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { barKinds } from '../rules/checks/facts.ts'

const strict = { additionalProperties: false } as const
const Maybe = Type.Union([Type.String(), Type.Null()])

/** 人的不良记录: what bars a person from a new licence for some years, by which document, and whether it was lifted. */
export const PersonBar = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...barKinds]),
  label: Type.String(),
  labelEn: Type.String(),
  nameMasked: Maybe,
  idNoMasked: Maybe,
  source: Type.String(),
  basis: Type.String(),
  since: Type.String(),
  /** The last day it bars, by the policy of today. */
  until: Type.String(),
  by: Maybe,
  endedOn: Maybe,
  endReason: Maybe,
})
export type PersonBar = Static<typeof PersonBar>

const reply = Type.Object({ items: Type.Array(PersonBar) })

export const personBarRoutes = {
  listPersonBars: {
    method: 'GET',
    url: '/api/licensing/person-bars',
    allow: allow.staff('legal', 'head', 'reviewer', 'decider'),
    summary: '人的不良记录',
    reply,
  },
  recordPersonBar: {
    method: 'POST',
    url: '/api/licensing/person-bars',
    allow: allow.staff('legal', 'head'),
    summary: '登记人的不良记录',
    body: Type.Object(
      {
        kind: Type.Enum([...barKinds]),
        name: Type.String({ maxLength: 30 }),
        idNo: Type.String({ maxLength: 30 }),
        source: Type.String({ maxLength: 60 }),
        basis: Type.String({ maxLength: 300 }),
        since: Type.String({ maxLength: 10 }),
      },
      strict,
    ),
    reply,
  },
  endPersonBar: {
    method: 'POST',
    url: '/api/licensing/person-bars/:id/end',
    allow: allow.staff('legal', 'head'),
    summary: '解除人的不良记录',
    params: Type.Object({ id: Type.String({ pattern: '^\\d{1,18}$' }) }),
    body: Type.Object({ reason: Type.String({ maxLength: 300 }) }, strict),
    reply,
  },
} as const satisfies Routes
