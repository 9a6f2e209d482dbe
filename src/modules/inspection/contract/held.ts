import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { VisitAct } from '../rules/visit/act.ts'
import { strict, Text } from './shapes.ts'

const params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const url = '/api/inspection/held-acts'

export const HeldVisitAct = Type.Object({
  id: Type.String(),
  taskId: Type.String(),
  kind: Type.String(),
  why: Type.String(),
  by: Type.String(),
  heldAt: Type.String(),
})
export type HeldVisitAct = Static<typeof HeldVisitAct>

/** 外勤检查冲突: acts that the rules did not take, kept as they are for the head. */
export const heldRoutes = {
  holdVisitAct: {
    method: 'POST',
    url: '/api/inspection/field/held-acts',
    allow: allow.staff('inspector'),
    summary: '没有采用的外勤检查动作交办公室处理',
    body: Type.Object({ act: VisitAct, why: Text(60) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
  listHeldVisitActs: {
    method: 'GET',
    url,
    allow: allow.staff('head', 'legal'),
    summary: '待处理的外勤检查冲突',
    reply: Type.Object({ items: Type.Array(HeldVisitAct) }),
  },
  openHeldVisitAct: {
    method: 'POST',
    url: `${url}/:id/opening`,
    allow: allow.staff('head'),
    summary: '查看外勤检查冲突的内容（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params,
    reply: Type.Object({ act: VisitAct }),
  },
  settleHeldVisitAct: {
    method: 'POST',
    url: `${url}/:id/settlement`,
    allow: allow.staff('head'),
    summary: '外勤检查冲突已处理',
    params,
    body: Type.Object({ note: Text(200) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
