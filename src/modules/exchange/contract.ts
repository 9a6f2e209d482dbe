import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { gatewayNames } from './rules/gateways.ts'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** 外部系统 as the page shows it. */
export const GatewayView = Type.Object({
  name: Type.Enum([...gatewayNames]),
  label: Words,
  what: Words,
  without: Words,
  simulated: Type.Boolean(),
  state: Type.Enum(['working', 'failing', 'notConnected', 'unused']),
  lastSuccessAt: Nullable(Type.String()),
  lastFailureAt: Nullable(Type.String()),
  lastError: Nullable(Type.String()),
  nextTryAt: Nullable(Type.String()),
  waiting: Type.Integer(),
  oldest: Nullable(Type.String()),
  refused: Type.Integer(),
  refusedWhy: Nullable(Type.String()),
  /** Something waits or was refused that a person may send again. */
  resendable: Type.Boolean(),
})
export type GatewayView = Static<typeof GatewayView>
const List = Type.Object({ items: Type.Array(GatewayView) })

/** HTTP shapes of exchange (对外报送). */
export const routes = {
  listGateways: {
    method: 'GET',
    url: '/api/exchange/gateways',
    allow: allow.staff('systemAdmin', 'head', 'decider', 'reviewer', 'window'),
    summary: '外部系统',
    reply: List,
  },
  resend: {
    method: 'POST',
    url: '/api/exchange/gateways/:name/resend',
    allow: allow.staff('systemAdmin', 'head'),
    summary: '重新报送',
    params: Type.Object({ name: Type.Enum([...gatewayNames]) }),
    reply: List,
  },
} as const satisfies Routes
