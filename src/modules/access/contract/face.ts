import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { challengeOutcomes, faceResults } from '../rules/face/decide-face.ts'
import { strict, Text } from './shapes.ts'

const FaceRules = Type.Object({
  sameFrom: Type.Number(),
  differentBelow: Type.Number(),
  challengeSeconds: Type.Number(),
  tries: Type.Number(),
})

/** 刷脸核对. No route takes a picture or what a face is turned into: there is no field for it. */
export const faceRoutes = {
  facePolicy: {
    method: 'GET',
    url: '/api/access/face-policy',
    allow: allow.citizen,
    summary: '人脸核对的参数',
    reply: FaceRules,
  },
  consentToFace: {
    method: 'POST',
    url: '/api/access/face-consents',
    allow: allow.citizen,
    summary: '人脸识别单独同意',
    withoutKey: 'the same consent again changes nothing',
    body: Type.Object({ version: Text(20) }, strict),
    reply: 'empty',
  },
  withdrawFaceConsent: {
    method: 'DELETE',
    url: '/api/access/face-consents/current',
    allow: allow.citizen,
    summary: '撤回人脸识别同意，删除留下的核对结论',
    withoutKey: 'idempotent by nature',
    reply: Type.Object({ deleted: Type.Integer() }),
  },
  checkFace: {
    method: 'POST',
    url: '/api/access/face-checks',
    allow: allow.citizen,
    summary: '终端报告人脸核对（只有分数与动作结果）',
    body: Type.Object(
      {
        score: Type.Number({ minimum: 0, maximum: 1 }),
        challenge: Type.Enum([...challengeOutcomes]),
        /** Name and version of library and model. */
        model: Text(60),
      },
      strict,
    ),
    reply: Type.Object({ result: Type.Enum([...faceResults]), triesLeft: Type.Integer() }),
  },
} as const satisfies Routes
