import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, Nullable, strict } from './shapes.ts'

/** One decision as the public sees it; after a withdrawal only its number and why. */
export const PublicPenalty = Type.Object({
  number: Type.String(),
  bureau: Type.String(),
  publishedOn: Day,
  expiresOn: Day,
  withdrawn: Nullable(Type.Object({ on: Day, why: Type.String() })),
  decision: Nullable(
    Type.Object({
      party: Type.String(),
      about: Type.String(),
      norm: Type.String(),
      basis: Type.String(),
      content: Type.String(),
      /** In fen. */
      fine: Type.Integer(),
      decidedOn: Day,
    }),
  ),
})
export type PublicPenalty = Static<typeof PublicPenalty>

export const penaltyRoutes = {
  publicPenalties: {
    method: 'GET',
    url: '/api/public/penalties',
    allow: allow.public,
    summary: '行政处罚决定公示（行政处罚法第四十八条）',
    query: Type.Object(
      {
        /** In the name of the party, the number, the act. */
        find: Type.Optional(Type.String({ maxLength: 60 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      },
      strict,
    ),
    reply: Type.Object({ today: Day, items: Type.Array(PublicPenalty), total: Type.Integer(), size: Type.Integer() }),
  },
} as const satisfies Routes
