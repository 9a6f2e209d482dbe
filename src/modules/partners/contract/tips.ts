import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { tipMatterCodes, tipOutcomeCodes } from '../rules/tip.ts'
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

const told = {
  no: Type.String(),
  ref: Type.String(),
  matter: Matter,
  at: Type.String(),
  clueNo: Nullable(Type.String()),
  outcome: Nullable(Type.Enum(tipOutcomeCodes)),
  answeredAt: Nullable(Type.String()),
}

/** 报送的线索 as its agency sees it: what it told, whether it was taken, and what became of it. */
export const TipView = Type.Object({ ...told, text: Type.String(), answer: Type.String() })
export type TipView = Static<typeof TipView>

/** The same for us: who told it; its words are read on the clue. */
export const ToldTip = Type.Object({ ...told, agency: Type.String() })
export type ToldTip = Static<typeof ToldTip>

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
  listTold: {
    method: 'GET',
    url: '/api/partners/tips',
    allow: allow.staff('analyst', 'inspector', 'legal', 'head'),
    summary: '协作单位报来的线索',
    reply: Type.Object({ items: Type.Array(ToldTip) }),
  },
} as const satisfies Routes
