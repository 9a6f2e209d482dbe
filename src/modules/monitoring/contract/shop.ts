import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { AlertView } from './board.ts'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Reason = Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() })

/** 一户的预警: its own, and those of a device, an account or a delivery point that name it. */
export const ShopAlert = Type.Object({
  ...AlertView.properties,
  /** Who judged it and when: an officer's name, or null where the finding of its visit did. */
  judgedBy: Nullable(Type.String()),
  judgedAt: Nullable(Type.String()),
})
export type ShopAlert = Static<typeof ShopAlert>

export const shopRoutes = {
  alertsOfShop: {
    method: 'GET',
    url: '/api/monitoring/shops/:licenceNo/alerts',
    allow: allow.staff('analyst', 'inspector', 'head'),
    summary: '一户的市场评分和预警',
    params: Type.Object({ licenceNo: Type.String({ pattern: '^\\d{12}$' }) }),
    reply: Type.Object({
      items: Type.Array(ShopAlert),
      /** The words of the reasons above. */
      reasons: Type.Array(Reason),
      /** The place of the shop in the order of the last look; absent where it was not looked at. */
      score: Nullable(
        Type.Object({
          day: Type.String(),
          score: Type.Number(),
          rank: Type.Integer(),
          of: Type.Integer(),
          reasons: Type.Array(Type.String()),
          version: Nullable(Type.Integer()),
        }),
      ),
    }),
  },
} as const satisfies Routes
