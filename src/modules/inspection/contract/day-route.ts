import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day } from './shapes.ts'

const Minute = Type.Integer({ minimum: 0, maximum: 2880 })
const Shop = { taskId: Type.String(), licenceNo: Type.String(), shopName: Type.String(), town: Type.String() }

/** 当日路线 of each pair. Times are minutes of the day, an estimate over straight lines. */
export const DayRoutes = Type.Object({
  day: Day,
  pairs: Type.Array(
    Type.Object({
      officers: Type.Array(Type.String()),
      stops: Type.Array(
        Type.Object({ ...Shop, way: Minute, arrive: Minute, begin: Minute, leave: Minute, off: Type.Boolean() }),
      ),
      back: Minute,
      /** No time left for these, or no position to reckon with. */
      left: Type.Array(Type.Object({ ...Shop, why: Type.Enum(['noTime', 'noPosition']) })),
    }),
  ),
})
export type DayRoutes = Static<typeof DayRoutes>

export const dayRouteRoutes = {
  dayRoutes: {
    method: 'GET',
    url: '/api/inspection/day-routes',
    allow: allow.staff('inspector', 'head', 'legal', 'analyst'),
    summary: '当日路线：每组两人按顺序去哪些店',
    query: Type.Object({ on: Type.Optional(Day) }),
    reply: DayRoutes,
  },
} as const satisfies Routes
