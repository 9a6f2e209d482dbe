import Type from 'typebox'
import { defineEvent } from '#platform/announce'

/** 碰撞命中: a new fact touches an open clue or case; whoever handles it is told (`tellHandlers`). */
export const graphCollided = defineEvent(
  'intelligence.graphCollided',
  Type.Object({
    hitId: Type.Integer(),
    matter: Type.String(),
    areaCode: Type.String(),
  }),
)
