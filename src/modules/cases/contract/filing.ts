import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { competenceOf } from '../rules/competence.ts'
import { type ViolationCode, violationCodes } from '../rules/violations/table.ts'
import { CaseNo, strict } from './shapes.ts'

/** 本局处罚的违法行为: what another agency punishes is handed over from the file of the case, and cannot be filed here. */
export const filableCodes: readonly ViolationCode[] = violationCodes.filter(code => {
  const who = competenceOf(code)
  return who === undefined || who.who === 'bureau'
})

/** 立案报告 as it lies on the telephone: of a visit, whose case begins with it, or of a case that is being checked. */
export const Filing = Type.Object(
  {
    kind: Type.Literal('filing'),
    about: Type.Union([
      Type.Object({ taskId: Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' }) }, strict),
      Type.Object({ caseNo: CaseNo }, strict),
    ]),
    violation: Type.Enum(violationCodes as [ViolationCode, ...ViolationCode[]]),
    /** 已经掌握的事实和证据. */
    words: Type.String({ minLength: 1, maxLength: 4000 }),
    capturedAt: Type.String({ maxLength: 40 }),
  },
  strict,
)
export type Filing = Static<typeof Filing>

const inspector = allow.staff('inspector')

/** 外勤立案: 立案报告 from the telephone; the head approves it at his desk. */
export const caseFilingRoutes = {
  file: {
    method: 'POST',
    url: '/api/cases/field/filings',
    allow: inspector,
    summary: '外勤填报立案报告（可断网保存后发送）',
    body: Filing,
    reply: Type.Object({ no: CaseNo, label: Type.String(), labelEn: Type.String() }),
  },
  holdFiling: {
    method: 'POST',
    url: '/api/cases/field/filings/held',
    allow: inspector,
    summary: '没有收下的立案报告交办公室处理',
    body: Type.Object({ filing: Filing, why: Type.String({ maxLength: 60 }) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
} as const satisfies Routes
