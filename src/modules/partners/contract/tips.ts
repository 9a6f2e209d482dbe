import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { tipMatterCodes } from '../rules/tip.ts'
import { Nullable, strict, Text } from './shapes.ts'

const Matter = Type.Enum(tipMatterCodes)

export const TipAsked = Type.Object(
  {
    /** 贵单位的编号; empty: ours is used. */
    ref: Text(40, 0),
    matter: Matter,
    text: Text(3000),
  },
  strict,
)
export type TipAsked = Static<typeof TipAsked>

/** 报送的线索 as its agency sees it: what it told, and whether it was taken. */
export const TipView = Type.Object({
  no: Type.String(),
  ref: Type.String(),
  matter: Matter,
  text: Type.String(),
  at: Type.String(),
  clueNo: Nullable(Type.String()),
})
export type TipView = Static<typeof TipView>

const url = '/api/partner/v1/tips'

/** 报送线索: an agency's own way to us, for its people and its systems. */
export const tipRoutes = {
  tell: {
    method: 'POST',
    url,
    allow: allow.partner,
    summary: '报送线索',
    body: TipAsked,
    reply: Type.Object({ no: Type.String() }),
  },
  listTips: {
    method: 'GET',
    url,
    allow: allow.partner,
    summary: '本单位报送的线索',
    reply: Type.Object({ items: Type.Array(TipView) }),
  },
} as const satisfies Routes
