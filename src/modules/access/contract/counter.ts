import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CardFields, Id, MaskedPerson, strict } from './shapes.ts'

export const CounterSession = Type.Object({ counterId: Id, person: MaskedPerson, endsAt: Type.String() })
export type CounterSession = Static<typeof CounterSession>

/** 帮办 as the helper and the auditor see it: where and when, never who was helped. */
const AssistanceRow = Type.Object({
  id: Id,
  helper: Type.String(),
  terminal: Type.String(),
  beganAt: Type.String(),
})

/** 窗口接待 and 帮办到场. */
export const counterRoutes = {
  openCounterSession: {
    method: 'POST',
    url: '/api/access/counter-sessions',
    allow: allow.staff('window'),
    summary: '窗口照身份证录入，开始接待',
    /** The same fields as a terminal sends, typed from the card. A page cannot say that a card was read: only a device can. */
    body: Type.Object({ card: CardFields, read: Type.Enum(['typed']) }, strict),
    reply: CounterSession,
  },
  askDeskReading: {
    method: 'POST',
    url: '/api/access/desk-readings',
    allow: allow.staff('window'),
    summary: '窗口请本机读卡器读一次身份证',
    withoutKey: 'each call is a new question, answered once at most',
    reply: Type.Object({
      readingId: Id,
      /** For the device beside this page; the server keeps its hash only. */
      ticket: Type.String(),
      /** Where the device agent of the desk listens. */
      reader: Type.String(),
      expiresAt: Type.String(),
    }),
  },
  answerDeskReading: {
    method: 'POST',
    url: '/api/access/desk-readings/:readingId/card',
    allow: allow.terminal,
    summary: '窗口的设备代理：读到的身份证',
    withoutKey: 'a question is answered once',
    params: Type.Object({ readingId: Id }),
    body: Type.Object({ ticket: Type.String({ maxLength: 100 }), card: CardFields }, strict),
    reply: CounterSession,
  },
  endCounterSession: {
    method: 'DELETE',
    url: '/api/access/counter-sessions/:counterId',
    allow: allow.staff('window'),
    summary: '窗口接待结束',
    withoutKey: 'idempotent by nature',
    params: Type.Object({ counterId: Id }),
    reply: 'empty',
  },
  takePresenceCode: {
    method: 'POST',
    url: '/api/access/presence-codes',
    allow: allow.staff('helper'),
    summary: '帮办员取到场码',
    withoutKey: 'each call is a new code and voids the one before',
    reply: Type.Object({ code: Type.String(), expiresAt: Type.String() }),
  },
  beginAssistance: {
    method: 'POST',
    url: '/api/access/assistance',
    allow: allow.citizen,
    summary: '帮办员到场（终端输入到场码）',
    body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
    reply: Type.Object({ helper: Type.String() }),
  },
  listAssistance: {
    method: 'GET',
    url: '/api/access/assistance',
    allow: allow.staff('helper', 'window', 'head', 'auditAdmin'),
    summary: '帮办记录（最近一百次）',
    reply: Type.Object({ items: Type.Array(AssistanceRow) }),
  },
} as const satisfies Routes
