import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Id, strict, Text } from './shapes.ts'
import { ConsentView, WebVisitor } from './web-shapes.ts'

/** 手机和网页办理: a citizen without a terminal. */
export const webRoutes = {
  askCardCode: {
    method: 'POST',
    url: '/api/access/card-codes',
    allow: allow.citizen,
    summary: '刷了身份证，再收短信验证码',
    withoutKey: 'each call asks for a new code; asking too often is refused by the number',
    reply: Type.Object({
      challengeId: Id,
      phoneMasked: Type.String(),
      minutes: Type.Integer(),
      pauseSeconds: Type.Integer(),
    }),
  },
  proveByCode: {
    method: 'POST',
    url: '/api/access/card-codes/:challengeId/proof',
    allow: allow.citizen,
    summary: '凭短信验证码核对持身份证的本人',
    withoutKey: 'a code works once',
    params: Type.Object({ challengeId: Id }),
    body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
    reply: 'empty',
  },
  askSignInCode: {
    method: 'POST',
    url: '/api/access/sign-in-codes',
    allow: allow.public,
    summary: '获取短信验证码（已登记和未登记的号码回答相同）',
    withoutKey: 'each call asks for a new code; asking too often is refused by the number',
    body: Type.Object({ phone: Text(20) }, strict),
    reply: Type.Object({ challengeId: Id, minutes: Type.Integer(), pauseSeconds: Type.Integer() }),
  },
  signInByCode: {
    method: 'POST',
    url: '/api/access/web-sessions',
    allow: allow.public,
    summary: '凭短信验证码登录',
    withoutKey: 'a code works once',
    body: Type.Object({ challengeId: Id, code: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
    reply: WebVisitor,
  },
  beginUnifiedIdentity: {
    method: 'POST',
    url: '/api/access/unified-identity',
    allow: allow.public,
    summary: '去统一身份认证（得到跳转地址）',
    withoutKey: 'nothing is kept; each call is a new way there',
    reply: Type.Object({ url: Type.String() }),
  },
  finishUnifiedIdentity: {
    method: 'POST',
    url: '/api/access/unified-identity/session',
    allow: allow.public,
    summary: '从统一身份认证回来，登录',
    withoutKey: 'the code of the provider works once',
    body: Type.Object({ query: Text(4000) }, strict),
    reply: WebVisitor,
  },
  webVisitor: {
    method: 'GET',
    url: '/api/access/web-sessions/current',
    allow: allow.citizen,
    summary: '本次登录',
    reply: WebVisitor,
  },
  signOutWeb: {
    method: 'DELETE',
    url: '/api/access/web-sessions/current',
    allow: allow.citizen,
    summary: '退出登录',
    withoutKey: 'idempotent by nature',
    reply: 'empty',
  },
  myConsents: {
    method: 'GET',
    url: '/api/access/my/consents',
    allow: allow.citizen,
    summary: '我的同意',
    reply: Type.Object({ items: Type.Array(ConsentView) }),
  },
  withdrawConsent: {
    method: 'POST',
    url: '/api/access/my/consents/withdrawal',
    allow: allow.citizen,
    summary: '撤回同意',
    body: Type.Object({ kind: Text(20) }, strict),
    reply: Type.Object({ withdrawn: Type.Boolean() }),
  },
  /** Bound by the demonstration only (src/app/demo); production has no such address. */
  demoPhone: {
    method: 'GET',
    url: '/api/demo/phone',
    allow: allow.public,
    summary: '模拟手机：演示号码和收到的短信（仅演示模式）',
    reply: Type.Object({
      people: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), phone: Type.String() })),
      messages: Type.Array(Type.Object({ phone: Type.String(), text: Type.String() })),
    }),
  },
} as const satisfies Routes
