import Type from 'typebox'
import { defineEvent } from '#platform/announce'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const State = Type.Enum(['valid', 'suspended', 'rectifying', 'expiredPending', 'expired', 'cancelled'])
const File = { applicationNo: Type.String(), licenceNo: Type.Union([Type.String(), Type.Null()]) }

/** A licence as other domains know it after a change; the register of retailers keeps a copy. */
const LicenceFact = Type.Object({
  licenceNo: Type.String(),
  state: State,
  validFrom: Day,
  validTo: Day,
  version: Type.Integer(),
})

/** 已收件 */
export const applicationSubmitted = defineEvent(
  'licensing.applicationSubmitted',
  Type.Object({ ...File, service: Type.String(), outcome: Type.Enum(['grant', 'person']), timely: Type.Boolean() }),
)
/** 已决定 by a person or by law (XK 50). What the machine grants at once is told by `applicationSubmitted` alone. */
export const applicationDecided = defineEvent(
  'licensing.applicationDecided',
  Type.Object({
    ...File,
    service: Type.String(),
    result: Type.Enum(['grant', 'deny']),
    decidedAs: Type.Enum(['staff', 'law']),
  }),
)
/** 已撤回 by the applicant. */
export const applicationWithdrawn = defineEvent(
  'licensing.applicationWithdrawn',
  Type.Object({ ...File, service: Type.String() }),
)
/** 准予延续 */
export const licenceRenewed = defineEvent('licensing.licenceRenewed', LicenceFact)
/** 发证 after 新办: a licence that was not there before. */
export const licenceIssued = defineEvent('licensing.licenceIssued', LicenceFact)
/** Any other change of state, such as 届满. */
export const licenceStateChanged = defineEvent('licensing.licenceStateChanged', LicenceFact)
/** 届满前提醒: an undecided timely renewal nears the day on which silence grants it. */
export const expiryNear = defineEvent(
  'licensing.expiryNear',
  Type.Object({ ...File, workingDays: Type.Integer(), validTo: Day }),
)
/** 证面变更: names, address or scope changed; the register of retailers follows. */
export const licenceFaceChanged = defineEvent(
  'licensing.licenceFaceChanged',
  Type.Object({
    licenceNo: Type.String(),
    shopName: Type.String(),
    operatorName: Type.String(),
    operatorIndex: Type.String(),
    address: Type.String(),
    scope: Type.Array(Type.String()),
  }),
)
/** 待送达: a decision stands and has to reach the applicant (XK 44). */
export const decisionToServe = defineEvent(
  'licensing.decisionToServe',
  Type.Object({
    applicationNo: Type.String(),
    licenceNo: Type.String(),
    areaCode: Type.String(),
    service: Type.String(),
    result: Type.Enum(['grant', 'deny']),
    deliverMode: Type.Enum(['pickup', 'post', 'door', 'electronic']),
    serveBy: Type.Union([Day, Type.Null()]),
  }),
)
/** 该延续了: a licence comes to one of the reminder days before its last timely day. */
export const renewalDue = defineEvent(
  'licensing.renewalDue',
  Type.Object({ licenceNo: Type.String(), validTo: Day, lastTimelyDay: Day, daysLeft: Type.Integer() }),
)
/** 已评价: grade and chosen reasons, never the words. */
export const serviceRated = defineEvent(
  'licensing.serviceRated',
  Type.Object({
    applicationNo: Type.String(),
    service: Type.String(),
    channel: Type.Enum(['terminal', 'online']),
    grade: Type.Integer({ minimum: 1, maximum: 5 }),
    reasons: Type.Array(Type.String()),
    on: Day,
  }),
)
