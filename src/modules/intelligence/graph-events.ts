import Type from 'typebox'
import { defineEvent } from '#platform/announce'

/** 碰撞命中: a new fact touches an open clue or case; told to whoever handles it. */
export const graphCollided = defineEvent(
  'intelligence.graphCollided',
  Type.Object({
    hitId: Type.Integer(),
    matter: Type.String(),
    handler: Type.Union([Type.String(), Type.Null()]),
    areaCode: Type.String(),
  }),
)
