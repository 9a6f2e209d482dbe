import Type from 'typebox'
import { defineEvent } from '#platform/announce'

const Alert = { alertId: Type.String(), subjectKind: Type.String(), subject: Type.String(), areaCode: Type.String() }

/** 预警产生: a person may make a task of it. */
export const alertRaised = defineEvent(
  'monitoring.alertRaised',
  Type.Object({ ...Alert, kind: Type.String(), score: Type.Number(), reasons: Type.Array(Type.String()) }),
)

/** 预警研判: what a person found. */
export const alertTriaged = defineEvent(
  'monitoring.alertTriaged',
  Type.Object({ ...Alert, verdict: Type.Enum(['true', 'false', 'unclear']), reasons: Type.Array(Type.String()) }),
)
