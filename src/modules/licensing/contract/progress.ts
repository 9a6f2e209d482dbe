import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** 办件进度 for whoever holds number and code: how far it is and by when, and nothing of the person or the shop. */
export const Progress = Type.Object({
  applicationNo: Type.String(),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  receivedAt: Type.String(),
  dueLabel: Nullable(Type.String()),
  dueLabelEn: Nullable(Type.String()),
  dueOn: Nullable(Type.String()),
  nextStep: Nullable(Type.String()),
  nextStepEn: Nullable(Type.String()),
  /** 已评价: one rating each, so it is not asked for again. */
  rated: Type.Boolean(),
})
export type Progress = Static<typeof Progress>

export const progressRoutes = {
  progress: {
    method: 'GET',
    url: '/api/licensing/progress/:applicationNo',
    allow: allow.public,
    summary: '办件进度（编号和查询码）',
    params: Type.Object({ applicationNo: Type.String({ maxLength: 40 }) }),
    query: Type.Object({ code: Type.String({ maxLength: 20 }) }),
    reply: Progress,
  },
} as const satisfies Routes
