import Type from 'typebox'
import { defineUrgentEvent } from '#platform/announce'

/** 碰撞命中: a new fact touches an open clue or case; whoever handles it is told (`tellHandlers`). */
export const graphCollided = defineUrgentEvent(
  'intelligence.graphCollided',
  Type.Object({
    hitId: Type.Integer(),
    matter: Type.String(),
    areaCode: Type.String(),
  }),
)
