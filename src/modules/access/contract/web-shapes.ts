import Type, { type Static } from 'typebox'
import { Id } from './shapes.ts'

/** 本次登录: who is signed in at a telephone or browser, masked, and how he was proven. */
export const WebVisitor = Type.Object({
  sessionId: Id,
  person: Type.Object({ name: Type.String(), idNoMasked: Type.String() }),
  method: Type.Enum(['code', 'oidc']),
  endsInSeconds: Type.Integer(),
  idleSeconds: Type.Integer(),
})
export type WebVisitor = Static<typeof WebVisitor>

/** 我的同意: one text agreed to, by kind and version. */
export const ConsentView = Type.Object({
  kind: Type.String(),
  version: Type.String(),
  givenAt: Type.String(),
  withdrawnAt: Type.Union([Type.String(), Type.Null()]),
})
export type ConsentView = Static<typeof ConsentView>
