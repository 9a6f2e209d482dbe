import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

/** 办事指南的期限: the days a guide names, as policy has them today. */
export const GuideDays = Type.Object({
  /** Working days to decide what a person must look at, and the most an extension adds. */
  decide: Type.Integer(),
  extend: Type.Integer(),
  /** Working days to say once and completely what is missing. */
  correct: Type.Integer(),
  /** Days before the end of the term: from when a renewal may be asked for, and until when it is timely. */
  renewalOpens: Type.Integer(),
  renewalLead: Type.Integer(),
})
export type GuideDays = Static<typeof GuideDays>

export const guideRoutes = {
  guideDays: {
    method: 'GET',
    url: '/api/licensing/guide-days',
    allow: allow.public,
    summary: '办事指南的期限',
    reply: GuideDays,
  },
} as const satisfies Routes
