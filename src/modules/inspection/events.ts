import Type from 'typebox'
import { defineEvent } from '#platform/announce'
import { taskSources } from './rules/task/moves.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Task = {
  taskId: Type.String(),
  licenceNo: Type.String(),
  areaCode: Type.String(),
  source: Type.Enum([...taskSources]),
  sourceRef: OrNull(Type.String()),
}

/** 检查有结果: credit notes it, whatever comes of it later. */
export const findingMade = defineEvent(
  'inspection.findingMade',
  Type.Object({
    ...Task,
    outcome: Type.Enum(['clear', 'rectify', 'filed', 'unreachable', 'closedDown']),
    checkedOn: Day,
    rectifyBy: OrNull(Day),
    reasons: Type.Array(Type.String()),
  }),
)

/** 办结: whether the reason of the visit was true goes back to the alert it came from. */
export const taskSettled = defineEvent(
  'inspection.taskSettled',
  Type.Object({ ...Task, verdict: Type.Enum(['true', 'false', 'unclear']) }),
)

/** 外来卷烟: cartons that bear another shop's number, found at this one; they speak of the shop that sold them. */
export const cartonsFound = defineEvent(
  'inspection.cartonsFound',
  Type.Object({
    taskId: Type.String(),
    areaCode: Type.String(),
    /** The shop they lay in; facts told before it was added have none. */
    licenceNo: Type.Optional(Type.String()),
    /** The instant of the first scan. */
    foundAt: Type.String(),
    position: OrNull(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
    codes: Type.Array(Type.String()),
  }),
)
