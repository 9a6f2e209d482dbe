import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { StaffView, strict, Text } from './shapes.ts'

/** Staff, and the people of partner agencies (协作单位). */
const signedIn = allow.of(allow.anyStaff, allow.partner)

/** 登录: one door for everybody who has an account here. */
export const signInRoutes = {
  signIn: {
    method: 'POST',
    url: '/api/access/staff-sessions',
    allow: allow.public,
    summary: '工作人员、协作单位人员登录（口令与动态码）',
    withoutKey: 'a one-time code is part of the body',
    body: Type.Object({ account: Text(40), password: Text(200), code: Type.String({ pattern: '^[0-9]{6}$' }) }, strict),
    reply: StaffView,
  },
  signOut: {
    method: 'DELETE',
    url: '/api/access/staff-sessions/current',
    allow: signedIn,
    summary: '退出',
    withoutKey: 'idempotent by nature',
    reply: 'empty',
  },
  me: { method: 'GET', url: '/api/access/me', allow: signedIn, summary: '当前人员', reply: StaffView },
} as const satisfies Routes
