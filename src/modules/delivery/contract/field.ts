import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, FieldAct, FieldRound, HeldAct, Id, Nullable, strict, Text } from './shapes.ts'

const office = allow.staff('window', 'head')
const params = { id: Type.Object({ id: Id }) }

/** 外勤 */
export const fieldContract = {
  myRounds: {
    method: 'GET',
    url: '/api/delivery/field/rounds',
    allow: allow.staff('courier'),
    summary: '送证员今天的路线（离线用）',
    reply: Type.Object({ day: Day, rounds: Type.Array(FieldRound) }),
  },
  fieldAct: {
    method: 'POST',
    url: '/api/delivery/field/acts',
    allow: allow.staff('courier'),
    summary: '外勤动作（可断网保存后发送）',
    body: FieldAct,
    reply: Type.Object({
      itemNo: Type.String(),
      state: Type.String(),
      stateLabel: Type.String(),
      stateLabelEn: Type.String(),
      receiptNo: Nullable(Type.String()),
    }),
  },
  holdAct: {
    method: 'POST',
    url: '/api/delivery/field/held-acts',
    allow: allow.staff('courier'),
    summary: '有冲突的外勤动作交窗口处理',
    body: Type.Object({ act: FieldAct, why: Text(60) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
  listHeldActs: {
    method: 'GET',
    url: '/api/delivery/held-acts',
    allow: office,
    summary: '待处理的外勤冲突',
    reply: Type.Object({ items: Type.Array(HeldAct) }),
  },
  openHeldAct: {
    method: 'POST',
    url: '/api/delivery/held-acts/:id/opening',
    allow: allow.staff('window'),
    summary: '查看外勤冲突的内容（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params: params.id,
    reply: Type.Object({ act: FieldAct }),
  },
  settleHeldAct: {
    method: 'POST',
    url: '/api/delivery/held-acts/:id/settlement',
    allow: allow.staff('window'),
    summary: '外勤冲突已处理',
    params: params.id,
    body: Type.Object({ note: Text(200) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
