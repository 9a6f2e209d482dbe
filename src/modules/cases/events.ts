import Type from 'typebox'
import { defineEvent } from '#platform/announce'

const OrNull = Type.Union([Type.String(), Type.Null()])

/** 案件走了一步: credit, intelligence and partners hear what became of what they gave. */
export const caseMoved = defineEvent(
  'cases.moved',
  Type.Object({
    caseNo: Type.String(),
    event: Type.String(),
    from: Type.String(),
    to: Type.String(),
    origin: Type.String(),
    originRef: OrNull,
    /** 检查任务 it came of. */
    taskId: OrNull,
    areaCode: Type.String(),
    licenceNo: OrNull,
  }),
)
